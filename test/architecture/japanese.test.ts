import { expect, test } from "vitest";
import { readSources } from "./sources.ts";
import { readTexts } from "./texts.ts";

const texts = readTexts(readSources(["locales"], /\.json$/), "ja");

/** A space sets a name off from its title, and a city from the time there. */
const spaced = [
  "mail:greeting",
  "certificates:document.issuedClock.next",
  "certificates:document.issuedClock.previous",
];

const j = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}、。」）]";
const rules: [fault: string, pattern: RegExp][] = [
  ["half-width punctuation", new RegExp(`${j}[,.:;!?()]|[,:;!?()]${j}`, "u")],
  ["a space beside Japanese", new RegExp(`${j} [\\w{]|[\\w}] ${j}`, "u")],
  ["full-width digits or letters, or a tilde instead of 〜", /[０-９Ａ-Ｚａ-ｚ～]/u],
  ["an exclamation mark", /！/u],
  ["the reader as あなた", /あなた/u],
  ["another word than the glossary's for people and roles", /研修員|受講|出席者|調整担当|(?<!システム)管理者/u],
  [
    "another word than the glossary's for certificates and states",
    /修了証(?!書)|修了証書あり|真正|公欠|不採用|選考済み/u,
  ],
  ["another word than the glossary's for times, places and seats", /現在地|主催|部屋|討論|席が確保|補欠の順番/u],
  [
    "a noun with more kana than official texts give it",
    /手続き|申し込み(?!くだ)|問い合わせ(?=の)|取り消し(?=済)|切り替え(?=の)|繰り上げ(?=参加)/u,
  ],
];

const faultsOf = (text: string) => rules.filter(([, pattern]) => pattern.test(text)).map(([fault]) => fault);

test("the Japanese texts keep the typography and the words of official Japanese", () => {
  const found = [...texts]
    .filter(([key]) => !spaced.includes(key))
    .flatMap(([key, text]) => faultsOf(text).map((fault) => `${key}: ${fault}`));
  expect(found).toEqual([]);
});

test("the administrator of the system may be called so", () => {
  expect(faultsOf("システム管理者に権限の付与をご依頼ください。")).toEqual([]);
});

test.each([
  "Puente は再起動中です。",
  "参加登録{{count}} 件",
  "受講者ごとの出欠",
  "研修員",
  "管理者の場合は、空欄にできます。",
  "調整担当にご連絡ください。",
  "出席・遅刻・公欠・欠席",
  "真正性の確認",
  "現在地の時刻：{{time}}",
  "主催機関",
  "修了証を発行しました。",
  "辞退の手続きが完了しました。",
  "4月～3月",
  "保存しました!",
])("what is wrong is seen: %s", (text) => {
  expect(faultsOf(text)).not.toEqual([]);
});
