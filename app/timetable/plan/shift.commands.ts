import type { By } from "#app/access/actor.ts";
import { changeDays } from "#app/workshops/commands.ts";
import type { Writer } from "#db/database.ts";
import { type Planning, type PlanOutcome, writePlan } from "./plan.commands.ts";
import { type Shift, shiftPlan } from "./shift.ts";

/** Moves the whole workshop, or everything from a session on, with the days of the workshop: in one act. */
export async function shiftSessions(trx: Writer, planning: Planning, shift: Shift, by: By): Promise<PlanOutcome> {
  const { workshop, sessions } = planning;
  const { days, moved } = shiftPlan({ workshop, sessions, marks: new Map() }, shift);
  await changeDays(trx, workshop, days, by);
  return writePlan(trx, { ...planning, workshop: { ...workshop, ...days } }, { changed: moved }, by);
}
