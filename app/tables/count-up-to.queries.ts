import type { AliasableExpression } from "kysely";
import type { Reader } from "#db/database.ts";

/** Beyond so many rows one condition is as good as another to begin with. */
export const countedRows = 20_000;

/** How many rows a query has, as far as anybody counts. */
export async function countUpTo(
  db: Reader,
  query: AliasableExpression<{ id: string }>,
  most: number = countedRows,
): Promise<number> {
  const { count } = await db
    .selectFrom(({ selectFrom }) =>
      selectFrom(() => query.as("matching"))
        .select("id")
        .limit(most)
        .as("some"),
    )
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}
