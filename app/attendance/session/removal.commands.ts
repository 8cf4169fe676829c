import type { By } from "#app/access/actor.ts";
import { findRemovalRefusal } from "#app/attendance/queries.ts";
import { dropSession } from "#app/timetable/commands.ts";
import type { Session } from "#app/timetable/queries.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import { hold } from "#db/hold.ts";

/** One that is gone already counts as removed. */
export async function removeSession(
  trx: Writer,
  workshop: HeldWorkshop,
  session: Session,
  by: By,
): Promise<"removed" | "hasMarks" | "over"> {
  const isThere = await hold(trx, "session", session.id);
  const refused = await findRemovalRefusal(trx, workshop, session, by.at);
  if (refused) return refused;
  if (isThere) await dropSession(trx, session, by);
  return "removed";
}
