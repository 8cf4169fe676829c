import type { By } from "#app/access/actor.ts";
import { countMarksBySession } from "#app/attendance/queries.ts";
import { keepsItsDay } from "#app/attendance/rules.ts";
import { readStaff } from "#app/faculty/form.ts";
import { type StaffOutcome, saveStaff } from "#app/faculty/staff/staff.commands.ts";
import { type SessionOutcome, saveSession } from "#app/timetable/commands.ts";
import type { SessionInput } from "#app/timetable/form.ts";
import { findSession, type Session } from "#app/timetable/queries.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import type { StaffedSessionInput } from "./staffed-session.ts";

type SessionChangeOutcome = SessionOutcome | { status: "refused"; because: "hasMarks" };
type RefusedStaff = Extract<StaffOutcome, { status: "refused" }>;

/** Changes a session. One that has marks keeps its day: they say who was there on it. */
export async function changeSession(
  trx: Writer,
  workshop: HeldWorkshop,
  session: Session,
  input: SessionInput,
  by: By,
): Promise<SessionChangeOutcome> {
  const isMarked = (await countMarksBySession(trx, [session.id])).has(session.id);
  if (isMarked && !keepsItsDay(session, input)) return { status: "refused", because: "hasMarks" };
  return saveSession(trx, workshop, session, input, by);
}

/** The same with those who are in it. */
export const changeStaffedSession = async (
  trx: Writer,
  workshop: HeldWorkshop,
  session: Session,
  input: StaffedSessionInput,
  by: By,
) => withStaff(trx, workshop, await changeSession(trx, workshop, session, input, by), input, by);

/** Adds a session with those who are in it. */
export const planStaffedSession = async (trx: Writer, workshop: HeldWorkshop, input: StaffedSessionInput, by: By) =>
  withStaff(trx, workshop, await saveSession(trx, workshop, null, input, by), input, by);

async function withStaff<Outcome extends SessionChangeOutcome>(
  trx: Writer,
  workshop: HeldWorkshop,
  outcome: Outcome,
  input: StaffedSessionInput,
  by: By,
): Promise<Outcome | RefusedStaff> {
  if (outcome.status === "refused") return outcome;
  const saved = await findSession(trx, workshop.id, outcome.number);
  const staffed = saved && (await saveStaff(trx, saved.id, readStaff(input), by));
  return staffed?.status === "refused" ? staffed : outcome;
}
