import { emit } from "#app/outbox/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Owing } from "./reminders.queries.ts";

/** One letter about all that somebody is reminded of today; whatever was told already is not told again. */
export async function remindOfTasks(
  trx: Writer,
  workshopId: Id<"workshop">,
  { enrolmentId, personId, due }: Owing,
  at: Instant,
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("dossierReminder")
    .values(due.map(({ taskId, step, dueOn }) => ({ enrolmentId, taskId, step, dueOn, toldAt: at })))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows) await emit(trx, at, "dossier.reminded", { enrolmentId }, { workshopId, personId });
}
