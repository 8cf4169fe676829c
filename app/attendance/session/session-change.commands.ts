import type { By } from "#app/access/actor.ts";
import { countMarksBySession } from "#app/attendance/queries.ts";
import { keepsItsDay } from "#app/attendance/rules.ts";
import { type SessionOutcome, saveSession } from "#app/timetable/commands.ts";
import type { SessionInput } from "#app/timetable/form.ts";
import type { Session } from "#app/timetable/queries.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";

export type ChangeOutcome = SessionOutcome | { status: "refused"; because: "hasMarks" };

/** Changes a session. One that has marks keeps its day: they say who was there on it. */
export async function changeSession(
  trx: Writer,
  workshop: HeldWorkshop,
  session: Session,
  input: SessionInput,
  by: By,
): Promise<ChangeOutcome> {
  const isMarked = (await countMarksBySession(trx, [session.id])).has(session.id);
  if (isMarked && !keepsItsDay(session, input)) return { status: "refused", because: "hasMarks" };
  return saveSession(trx, workshop, session, input, by);
}
