import { type QueryExecutorProvider, sql } from "kysely";

/** The words by which people, accounts and workshops were found on 27 November 2026. */
export function cutWords(text: string): string[] {
  const tokens = text.split(/\s+/);
  // family and given name are often typed without a space
  const joined = tokens.flatMap((token, place) => {
    const next = tokens[place + 1] ?? "";
    return unspaced.test(token) && unspaced.test(next) ? [token + next] : [];
  });
  const words = [...tokens, ...joined].flatMap((token) => {
    const letters = [...token];
    const begins = (place: number) =>
      unspaced.test(token) ||
      place === 0 ||
      (/[\p{L}\p{N}]/u.test(letters[place] ?? "") && !/[\p{L}\p{N}]/u.test(letters[place - 1] ?? ""));
    return letters.flatMap((_, place) => (begins(place) ? [letters.slice(place, place + 24).join("")] : []));
  });
  return [...new Set(words)].filter(Boolean);
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

export const folded = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .normalize("NFKC");

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
