import { type QueryExecutorProvider, sql } from "kysely";
import type { Step } from "#db/dialect/dialect.ts";
import { folded, inPages } from "./words/words.ts";

/** A row as the connection hands it over. */
type Person = {
  id: string;
  familyName: string;
  givenName: string;
  nativeName: string | null;
  kana: string | null;
  latinName: string | null;
  institutionId: string | null;
};

/** Who may be one is found as lists are matched: old forms of kanji and every spelling of Latin letters are alike. */
export const statements = (): Step[] => [
  "delete from person_key where key >= 'name:' and key < 'name;'",
  fillKeys,
  `update person_key set is_shared = 1 where key >= 'name:' and key < 'name;'
    and key in (select key from person_key group by key having count(*) > 1)`,
];

const atOnce = 500;

const fillKeys = (trx: QueryExecutorProvider) =>
  inPages<Person>(
    atOnce,
    (last) => sql<Person>`select * from person where id > ${last} order by id limit ${atOnce}`.execute(trx),
    async (rows) => {
      const keys = rows.flatMap((person) => keysOf(person).map((key) => sql`(${key}, ${person.id})`));
      for (let from = 0; from < keys.length; from += atOnce) {
        const some = sql.join(keys.slice(from, from + atOnce));
        await sql`insert into person_key (key, person_id) values ${some}`.execute(trx);
      }
    },
  );

/** As they were told apart in December 2026. */
function keysOf({ familyName, givenName, nativeName, kana, latinName, institutionId }: Person): string[] {
  const isNative = japanese.test(familyName) && japanese.test(givenName);
  const names = [
    ["native", newer(nativeName || (isNative ? `${familyName}${givenName}` : "")).replace(/[\s・･゠=]+/g, "")],
    ["kana", newer(kana ?? "").replace(/[\s・･゠=ー]+/g, "")],
    ["latin", sounding(isNative ? (latinName ?? "") : `${familyName} ${givenName}`)],
  ];
  return names.flatMap(([script, name]) => (name ? [`name:${script}:${name}@${institutionId ?? ""}`] : []));
}

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const newForms = new Map(
  "槇槙 藪薮 條条 渕淵 萬万 彌弥 圓円 榮栄 壽寿 晉晋 禮礼 豐豊 靜静 顯顕 緖緒 增増 應応 與与 當当"
    .split(" ")
    .map((pair) => [...pair] as [string, string]),
);
const newer = (text: string) =>
  [...folded(text)]
    .map((sign) => newForms.get(sign) ?? sign)
    .join("")
    .trim();

const particles = new Set(["de", "la", "las", "los", "del", "y", "e", "san", "santa", "da", "do", "von", "van"]);
const shortened: Record<string, string> = { ma: "maria", fco: "francisco", gpe: "guadalupe", jse: "jose" };
const spellings: [RegExp, string][] = [
  [/([ou])h(?![aeiouy])/g, "$1"],
  [/ou|oo/g, "o"],
  [/uu/g, "u"],
  [/ei(?=[^aeiou]|$)/g, "e"],
  [/sh(?=[aiueoy])|sy/g, "s"],
  [/ch(?=[aiueo])|ty|ts(?=u)/g, "t"],
  [/j(?=[aiueo])|zy|dz/g, "z"],
  [/f(?=u)/g, "h"],
  [/m(?=[bmp])/g, "n"],
  [/([a-z])\1/g, "$1"],
];

const sounding = (name: string) =>
  (newer(name).match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => !particles.has(word))
    .map((word) => spellings.reduce((text, [spelling, one]) => text.replace(spelling, one), shortened[word] ?? word))
    .sort()
    .join(" ");
