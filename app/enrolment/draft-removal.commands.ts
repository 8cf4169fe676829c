import type { By } from "#app/access/actor.ts";
import { dropWorkshopGrants } from "#app/accounts/commands.ts";
import { dropJobsOf } from "#app/outbox/commands.ts";
import { dropSession } from "#app/timetable/commands.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { dropWorkshop } from "#app/workshops/commands.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import { isEverEnrolledIn } from "./queries.ts";
import { mayRemoveDraft } from "./rules.ts";

/** Removes a draft with its sessions, texts and instructors' roles: nobody has ever had a place in it. */
export async function removeDraft(trx: Writer, workshop: HeldWorkshop, by: By): Promise<"removed" | "notADraft"> {
  if (!mayRemoveDraft(workshop.state, await isEverEnrolledIn(trx, workshop.id))) return "notADraft";
  for (const session of await listSessionsOf(trx, [workshop.id])) await dropSession(trx, session, by);
  await dropWorkshopGrants(trx, workshop.id, by);
  await dropJobsOf(trx, workshop.id);
  await dropWorkshop(trx, workshop, by);
  return "removed";
}
