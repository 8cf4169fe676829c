import type { By } from "#app/access/actor.ts";
import { dropWorkshopGrants } from "#app/accounts/commands.ts";
import { forgetWorkshopOfMail } from "#app/mail/commands.ts";
import { dropCall } from "#app/nominations/call/commands.ts";
import { isCallPublished } from "#app/nominations/call/queries.ts";
import { dropQuotasOf } from "#app/nominations/quotas/commands.ts";
import { dropJobsOf } from "#app/outbox/commands.ts";
import { dropSession } from "#app/timetable/commands.ts";
import { dropPostponements } from "#app/timetable/postponing/postponing.commands.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { dropWorkshop } from "#app/workshops/commands.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { isEverEnrolledIn } from "./queries.ts";
import { mayRemoveDraft } from "./rules.ts";

/** Removes a draft with its sessions, texts and instructors' roles: nobody has ever had a place in it. */
export async function removeDraft(trx: Writer, workshop: HeldWorkshop, by: By): Promise<"removed" | "notADraft"> {
  if (!mayRemoveDraft(workshop.state, await isEverEnrolledIn(trx, workshop.id))) return "notADraft";
  // institutions have read it, and may have sent people
  if (await isCallPublished(trx, workshop.id)) return "notADraft";
  for (const session of await listSessionsOf(trx, [workshop.id])) await dropSession(trx, session, by);
  await dropWorkshopGrants(trx, workshop.id, by);
  await dropJobsOf(trx, workshop.id);
  await forgetWorkshopOfMail(trx, workshop.id);
  await dropTraces(trx, workshop.id);
  await dropQuotasOf(trx, workshop.id);
  await dropCall(trx, workshop.id);
  await dropPostponements(trx, workshop.id);
  await dropWorkshop(trx, workshop, by);
  return "removed";
}

/**
 * What an adding that was undone has left, the plan of an earlier publication, and changes of which nobody was to be
 * told. The audit keeps them.
 */
async function dropTraces(trx: Writer, workshopId: Id<"workshop">): Promise<void> {
  await trx.deleteFrom("enrolmentAct").where("workshopId", "=", workshopId).execute();
  await trx.deleteFrom("withheldChange").where("workshopId", "=", workshopId).execute();
  await trx.deleteFrom("originalPlan").where("workshopId", "=", workshopId).execute();
  await trx.deleteFrom("toldPlan").where("workshopId", "=", workshopId).execute();
}
