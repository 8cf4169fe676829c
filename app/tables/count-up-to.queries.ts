import type { AliasableExpression } from "kysely";
import type { Reader } from "#db/database.ts";

/** Beyond so many rows one condition is as good as another to begin with. */
export const countedRows = 20_000;

/** How many rows a query has, up to 20,000. */
export async function countUpTo(db: Reader, query: AliasableExpression<{ id: string }>): Promise<number> {
  const { count } = await db
    .selectFrom(({ selectFrom }) =>
      selectFrom(() => query.as("matching"))
        .select("id")
        .limit(countedRows)
        .as("some"),
    )
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}
