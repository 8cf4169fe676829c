import { type QueryExecutorProvider, sql } from "kysely";

/** The words by which people, addresses and workshops were found on 27 November 2026. */
export function cutWords(texts: readonly (string | null)[]): string[] {
  const words = texts.flatMap((text) =>
    folded(text ?? "")
      .split(/\s+/)
      .flatMap((token) => {
        const letters = [...token];
        const begins = (place: number) =>
          unspaced.test(token) ||
          place === 0 ||
          (/[\p{L}\p{N}]/u.test(letters[place] ?? "") && !/[\p{L}\p{N}]/u.test(letters[place - 1] ?? ""));
        return letters.flatMap((_, place) => (begins(place) ? [letters.slice(place, place + 24).join("")] : []));
      }),
  );
  return [...new Set(words)].filter(Boolean);
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

const variantForms = [
  ["髙", "高"],
  ["﨑嵜碕", "崎"],
  ["邊邉", "辺"],
  ["齋齊斎", "斉"],
  ["濱濵", "浜"],
  ["澤", "沢"],
  ["櫻", "桜"],
  ["國", "国"],
  ["廣", "広"],
  ["嶋嶌", "島"],
  ["德", "徳"],
  ["惠", "恵"],
  ["眞", "真"],
  ["冨", "富"],
  ["𠮷", "吉"],
  ["栁", "柳"],
  ["瀨", "瀬"],
  ["龍", "竜"],
  ["關", "関"],
  ["稅", "税"],
  ["學", "学"],
  ["會", "会"],
  ["實", "実"],
  ["黑", "黒"],
  ["淸", "清"],
  ["曻", "昇"],
] as const;

const variants = new Map(variantForms.flatMap(([forms, common]) => [...forms].map((form) => [form, common])));
const anyVariant = new RegExp(`[${[...variants.keys()].join("")}]`, "gu");

/** Text as it was compared on that day. */
export function folded(text: string): string {
  return (
    text
      .normalize("NFKD")
      // Latin, Greek and Cyrillic diacritics only: beyond U+036F stand the voicing marks that tell ガ from カ
      .replace(/[\u0300-\u036f]/g, "")
      // ideographic variation selectors choose a glyph, not a character
      .replace(/[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu, "")
      .toLowerCase()
      .normalize("NFKC")
      .replace(anyVariant, (form) => variants.get(form) ?? form)
      .replace(/[\u3041-\u3096\u309d\u309e]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
  );
}

type Word = { word: string; id: string };

/** Both databases limit the values of one statement. */
const atOnce = 500;

export async function insertWords(
  trx: QueryExecutorProvider,
  of: "person" | "address" | "workshop",
  words: Word[],
): Promise<void> {
  const [table, column] = [sql.table(`${of}_word`), sql.ref(of === "workshop" ? "workshop_id" : "person_id")];
  for (let from = 0; from < words.length; from += atOnce) {
    const rows = words.slice(from, from + atOnce).map(({ word, id }) => sql`(${word}, ${id})`);
    await sql`insert into ${table} (word, ${column}) values ${sql.join(rows)}`.execute(trx);
  }
}

/** Reads rows by their ids, some at a time, and does something with them. */
export async function inPages<Row extends { id: string }>(
  size: number,
  read: (after: string) => Promise<{ rows: Row[] }>,
  work: (rows: Row[]) => Promise<void>,
): Promise<void> {
  let last: string | undefined = "";
  while (last !== undefined) {
    const { rows }: { rows: Row[] } = await read(last);
    await work(rows);
    last = rows.length < size ? undefined : rows.at(-1)?.id;
  }
}
