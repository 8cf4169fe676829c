import type { Instant } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { KeptFormTable } from "#db/schema.ts";
import { isStillKept } from "./kept-forms.queries.ts";

/** Of one account. The oldest goes when another comes. */
export const mostKept = 5;

/** Keeps what somebody has sent whose session had ended. */
export async function keepForm(trx: Writer, kept: KeptFormTable) {
  const older = await trx
    .selectFrom("keptForm")
    .select("id")
    .where("accountId", "=", kept.accountId)
    .orderBy("keptAt", "desc")
    .orderBy("id", "desc")
    .execute();
  for (const { id } of older.slice(mostKept - 1)) await trx.deleteFrom("keptForm").where("id", "=", id).execute();
  await trx.insertInto("keptForm").values(kept).execute();
}

/** What was kept has been sent by its owner. */
export async function discardKept(
  trx: Writer,
  { id, accountId }: { id: Id<"keptForm">; accountId: Id<"account"> },
): Promise<void> {
  await trx.deleteFrom("keptForm").where("id", "=", id).where("accountId", "=", accountId).execute();
}

/** Deletes what nobody has come back for. @returns how many, at most so many */
export async function clearKeptForms(trx: Writer, at: Instant, most: number): Promise<number> {
  const over = trx
    .selectFrom("keptForm")
    .select("id")
    .where((row) => row.not(isStillKept(at)(row)))
    .limit(most);
  const { numDeletedRows } = await trx.deleteFrom("keptForm").where("id", "in", over).executeTakeFirst();
  return Number(numDeletedRows);
}
