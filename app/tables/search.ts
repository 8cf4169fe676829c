import { type Expression, type SqlBool, sql } from "kysely";
import { fold } from "#app/i18n/fold.ts";
import { shortVowels } from "#app/i18n/romaji.ts";

/** More words than anybody types; each costs a look through the list. */
const mostWords = 6;

/**
 * The words that somebody typed, folded as stored texts are, without signs around them. All have to be found, in any
 * order.
 */
export const wordsOf = (typed: string): string[] =>
  fold(typed).split(separators).filter(Boolean).map(withoutSigns).slice(0, mostWords);

/** What people put between words. Hyphens, points and @ are parts of codes and addresses. */
const separators = /[\s,;/、・]+/;

/** A word of signs alone stays, and finds nothing. */
const withoutSigns = (word: string) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "") || word;

/**
 * A typed word as it may stand in a list: Japanese names are spelled with long vowels or without, ou for ō, oh for ō.
 * @returns the word, and behind it the one with short vowels, where that is another
 */
export function spellingsOf(word: string): string[] {
  const short = shortVowels(word);
  return short === word ? [word] : [word, short];
}

/** Characters of a stored word, and of a typed one: more make nothing more certain. */
const longest = 24;

/** Whether a text is of a script that puts no spaces between words: there a word may begin at any character. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const letter = /[\p{L}\p{N}]/u;

/**
 * The words to store for something that is searched by the beginnings of words: each begins where a search may begin.
 * That is at a letter behind none; in Japanese at each character.
 */
export function searchWords(texts: readonly (string | null)[]): string[] {
  const words = texts.flatMap((text) =>
    fold(text ?? "")
      .split(/\s+/)
      .flatMap(endingsOf),
  );
  return [...new Set(words)].filter(Boolean);
}

function endingsOf(token: string): string[] {
  const characters = [...token];
  const begins = (place: number) =>
    unspaced.test(token) ||
    place === 0 ||
    (letter.test(characters[place] ?? "") && !letter.test(characters[place - 1] ?? ""));
  return characters.flatMap((_, place) => (begins(place) ? [characters.slice(place, place + longest).join("")] : []));
}

/** Whether a search may find a folded text by what stands in it from a place on. */
export function beginsWordAt(text: string, place: number): boolean {
  const [before, from] = [text.slice(0, place), text.slice(place)];
  const [first = ""] = from;
  return unspaced.test(first) || !letter.test(before.slice(-1)) || before === "";
}

/** Whether every typed word begins one of these stored ones. */
export const areAllFound = (stored: readonly string[], typed: readonly string[]): boolean =>
  typed.every((word) => stored.some((candidate) => candidate.startsWith([...word].slice(0, longest).join(""))));

/** Whether a stored word begins with a typed one. The column is bytewise: an index answers. */
export function beginsWith(word: Expression<string>, typed: string): Expression<SqlBool> {
  const from = [...typed].slice(0, longest).join("");
  return sql<SqlBool>`(${word} >= ${from} and ${word} < ${`${from}\u{10ffff}`})`;
}

/** Something to be found, and how many rows have it, as far as anybody counts. */
export type Frequent<Condition> = { condition: Condition; count: number };

/** A search that begins with its rarest condition looks through the fewest rows. */
export async function rarestFirst<Condition>(
  conditions: readonly Condition[],
  count: (condition: Condition) => Promise<number>,
): Promise<Frequent<Condition>[]> {
  // alone it need not be counted
  if (conditions.length < 2) return conditions.map((condition) => ({ condition, count: 1 }));
  const counted = conditions.map(async (condition) => ({ condition, count: await count(condition) }));
  return (await Promise.all(counted)).toSorted((a, b) => a.count - b.count);
}
