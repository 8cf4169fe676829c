import { audit } from "#app/audit/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";

type Ended = { taskId: Id<"dossierTask">; workshopId: Id<"workshop"> };

/** What a task has kept of people is gone; that they did it stays. */
export async function eraseHeld(trx: Writer, { taskId, workshopId }: Ended, at: Instant): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("dossierEntry")
    .set({ heldOn: null, heldText: null, erasedAt: at })
    .where("taskId", "=", taskId)
    .where((eb) => eb.or([eb("heldOn", "is not", null), eb("heldText", "is not", null)]))
    .executeTakeFirst();
  await note(trx, workshopId, Number(numUpdatedRows), at);
}

/** How people of a workshop travelled, where they stayed, and of what they were reminded, is gone. */
export async function eraseJourneys(trx: Writer, workshopId: Id<"workshop">, at: Instant): Promise<void> {
  const own = trx.selectFrom("enrolment").select("id").where("workshopId", "=", workshopId);
  const journeys = await trx.deleteFrom("dossierJourney").where("enrolmentId", "in", own).executeTakeFirst();
  const lodgings = await trx.deleteFrom("dossierLodging").where("enrolmentId", "in", own).executeTakeFirst();
  await trx.deleteFrom("dossierReminder").where("enrolmentId", "in", own).execute();
  await note(trx, workshopId, Number(journeys.numDeletedRows + lodgings.numDeletedRows), at);
}

async function note(trx: Writer, subjectId: Id<"workshop">, count: number, at: Instant): Promise<void> {
  if (count) await audit(trx, at, { accountId: null, action: "dossier.erased", subjectId, details: { count } });
}
