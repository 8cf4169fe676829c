import type { By } from "#app/access/actor.ts";
import { countMarksBySession } from "#app/attendance/queries.ts";
import { dropSession } from "#app/timetable/commands.ts";
import type { Session } from "#app/timetable/queries.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import { mayNow } from "#app/workshops/moments.rules.ts";
import type { Writer } from "#db/database.ts";
import { hold } from "#db/hold.ts";

/** A session that has marks stays: what was recorded is kept. One that is gone already counts as removed. */
export async function removeSession(
  trx: Writer,
  workshop: HeldWorkshop,
  session: Session,
  by: By,
): Promise<"removed" | "hasMarks" | "over"> {
  if (!mayNow("planSessions", workshop, by.at)) return "over";
  if (!(await hold(trx, "session", session.id))) return "removed";
  if ((await countMarksBySession(trx, [session.id])).has(session.id)) return "hasMarks";
  await dropSession(trx, session, by);
  return "removed";
}
