import { type Instant, latestEnd, plusMinutes } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import type { Given } from "./given-answers.queries.ts";

/** How long a repetition is told from another request. */
const repeatMinutes = 24 * 60;

/**
 * Notes what is answered to a request, in the transaction that carries it out.
 * Of two transactions that do so at once, the second waits for the first.
 * @returns false where the request has been carried out already: then this transaction has to be undone
 */
export async function noteAnswer(trx: Writer, { name, ...given }: Given & { name: string; givenAt: Instant }) {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("givenAnswer")
    .values({ name, ...given })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/**
 * Deletes answers that are old. One that was dated by a clock far ahead of ours counts as old, too.
 * @returns how many, at most so many
 */
export async function clearOldAnswers(trx: Writer, at: Instant, most: number): Promise<number> {
  const old = trx
    .selectFrom("givenAnswer")
    .select("name")
    .where((row) =>
      row.or([row("givenAt", "<=", plusMinutes(at, -repeatMinutes)), row("givenAt", ">", latestEnd(at, 0))]),
    )
    .limit(most);
  const { numDeletedRows } = await trx.deleteFrom("givenAnswer").where("name", "in", old).executeTakeFirst();
  return Number(numDeletedRows);
}
