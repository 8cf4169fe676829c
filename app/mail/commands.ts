import type { Instant } from "#app/time/instant.ts";
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
