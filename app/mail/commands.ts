import { type Instant, plusMinutes } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";

type Mail = Omit<Schema["mail"], "sentAt">;

/** One row a job: another attempt replaces what the one before has composed. */
export async function recordMail(trx: Writer, { id, kind, workshopId, personId, ...content }: Mail): Promise<void> {
  await trx
    .insertInto("mail")
    .values({ id, kind, workshopId, personId, ...content, sentAt: null })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(content))
    .execute();
}

export async function markSent(trx: Writer, { id, at }: { id: Id<"outbox">; at: Instant }): Promise<void> {
  await trx.updateTable("mail").set({ sentAt: at }).where("id", "=", id).execute();
}

/** A demo keeps its messages readable for so long; elsewhere no text of a message is kept at all. */
export const bodyDays = 30;

/** Empties messages that were readable; to whom and about what they were stays. @returns how many, at most so many */
export async function clearOldBodies(trx: Writer, at: Instant, most: number): Promise<number> {
  const old = trx
    .selectFrom("mail")
    .select("id")
    .where("bodyText", "is not", null)
    .where("composedAt", "<=", plusMinutes(at, -bodyDays * 24 * 60))
    .limit(most);
  const emptied = { bodyText: null, bodyHtml: null };
  const { numUpdatedRows } = await trx.updateTable("mail").set(emptied).where("id", "in", old).executeTakeFirst();
  return Number(numUpdatedRows);
}
