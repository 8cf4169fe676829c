import { type Expression, sql } from "kysely";

/** Letters of Spanish and of romanised Japanese, each before the plain one that stands for it. */
const accents = ["áa", "ée", "íi", "óo", "úu", "üu", "ñn", "āa", "ēe", "īi", "ōo", "ūu"];
const pairs = accents.flatMap(([accented = "", plain = ""]) => [
  [accented, plain],
  [accented.toUpperCase(), plain],
]);

/**
 * Text without accents and capitals, for searching and sorting: both databases make only plain letters small alike,
 * and sort Á behind Z, or not, each in its own way.
 */
export const folded = (text: Expression<unknown>) =>
  pairs.reduce(
    (done, [accented, plain]) => sql<string>`replace(${done}, ${sql.lit(accented)}, ${sql.lit(plain)})`,
    sql<string>`lower(${text})`,
  );
