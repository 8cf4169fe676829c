import type { By } from "#app/access/actor.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { settleByAttendance } from "./commands.ts";

type Ends = { from: Id<"enrolment">; to: Id<"enrolment"> };

/**
 * One person was marked on two lines of a sheet. Where the enrolment that stays has no mark, the other's counts for it
 * from now on, with its corrections; where both have one, each keeps its own.
 * @returns the sessions whose marks have moved
 */
export async function moveMarks(trx: Writer, { from, to }: Ends): Promise<Id<"session">[]> {
  const own = await trx.selectFrom("mark").select("sessionId").where("enrolmentId", "=", to).execute();
  const known = new Set(own.map(({ sessionId }) => sessionId));
  const marks = await trx.selectFrom("mark").select("sessionId").where("enrolmentId", "=", from).execute();
  const sessionIds = marks.map(({ sessionId }) => sessionId).filter((id) => !known.has(id));
  await moveMarksOf(trx, { from, to }, sessionIds);
  return sessionIds;
}

/** Gives marks of these sessions to another enrolment. */
export async function moveMarksOf(trx: Writer, { from, to }: Ends, sessionIds: Id<"session">[]): Promise<void> {
  if (!sessionIds.length) return;
  await trx
    .updateTable("mark")
    .set({ enrolmentId: to })
    .where("enrolmentId", "=", from)
    .where("sessionId", "in", sessionIds)
    .execute();
  await trx
    .updateTable("markCorrection")
    .set({ enrolmentId: to })
    .where("enrolmentId", "=", from)
    .where("sessionId", "in", sessionIds)
    .execute();
}

/** Where a workshop is completed, who has completed it follows the marks that count now. It is held by then. */
export async function settleMoved(trx: Writer, workshopId: Id<"workshop">, by: By): Promise<void> {
  const [workshop] = await listWorkshopsById(trx, [workshopId]);
  if (workshop?.state === "completed") await settleByAttendance(trx, workshop, by);
}
