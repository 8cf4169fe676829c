import { type Expression, type SqlBool, sql } from "kysely";
import { accentedLetters, fold } from "#app/i18n/fold.ts";

/** More words than anybody types; each costs a look through the list. */
const mostWords = 6;

/** The words that somebody typed, folded as stored texts are. All have to be found, in any order. */
export const wordsOf = (typed: string): string[] => fold(typed).split(/\s+/).filter(Boolean).slice(0, mostWords);

/** What is stored to be searched: whatever is known of something, folded once as it is written. */
export const searchTextOf = (texts: readonly (string | null)[]): string => fold(texts.filter(Boolean).join(" "));

/** Whether a folded text holds a word. `%` and `_` in it stand for themselves. */
export const containing = (text: Expression<unknown>, word: string): Expression<SqlBool> =>
  sql<SqlBool>`${text} like ${`%${word.replace(/[%_\\]/g, "\\$&")}%`} escape '\\'`;

const replacements = accentedLetters.flatMap(([accented, plain]) => [
  [accented, plain],
  [accented?.toUpperCase(), plain],
]);

/**
 * A column as `fold` would give it, as far as its letters are ours: for sorting, and for what is not stored folded.
 * Both databases make only plain letters small alike, and sort Á behind Z, or not, each in its own way.
 */
export const folded = (text: Expression<unknown>): Expression<string> =>
  replacements.reduce(
    (done, [accented, plain]) => sql<string>`replace(${done}, ${sql.lit(accented)}, ${sql.lit(plain)})`,
    sql<string>`lower(${text})`,
  );
