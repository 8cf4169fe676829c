import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { type BehalfAct, beginAct } from "#app/enrolment/behalf/act/act.commands.ts";
import { findFormer } from "#app/enrolment/behalf/act/before.queries.ts";
import { restoreFormer } from "#app/enrolment/behalf/act/undo.commands.ts";
import { seatsOf } from "#app/enrolment/commands.ts";
import { recordEvent } from "#app/enrolment/events.commands.ts";
import { endOffer } from "#app/enrolment/offers/offers.commands.ts";
import { nextState } from "#app/enrolment/rules.ts";
import { moveUp } from "#app/enrolment/seats.commands.ts";
import { forgetTold } from "#app/enrolment/told/told.commands.ts";
import { countIn } from "#app/nominations/quotas/commands.ts";
import { findQuotaGroups } from "#app/nominations/quotas/queries.ts";
import { holdSeats } from "#app/workshops/seats.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { MergedEnrolment } from "./merge.rules.ts";

type Pair = Pick<MergedEnrolment, "workshopId" | "stayedId" | "goneId">;

/**
 * Of two enrolments that one person has in a workshop one stays. The other is withdrawn, and stands beside it with its
 * history and its marks. A seat that it held goes to the next, as ever. The workshop is held by then.
 */
export async function mergeEnrolments(trx: Writer, pair: Pair, by: By): Promise<MergedEnrolment> {
  const { workshopId, stayedId, goneId } = pair;
  const act = await beginAct(trx, { workshopId, kind: "merged", reason: null, note: null }, by);
  const former = await findFormer(trx, goneId);
  const { state: from } = former.enrolment;
  const to = nextState(from, "merger", {}) ?? from;
  const earlier = await trx
    .updateTable("enrolment")
    .set({ mergedIntoId: stayedId })
    .where("mergedIntoId", "=", goneId)
    .returning("id")
    .execute();
  await trx
    .updateTable("enrolment")
    .set({ state: to, changedAt: by.at, quotaId: null, mergedIntoId: stayedId })
    .where("id", "=", goneId)
    .execute();
  await forgetTold(trx, goneId);
  await endOffer(trx, goneId, by.at);
  if (to !== from) await recordEvent(trx, { enrolmentId: goneId, from, to, actId: act.id }, by);
  await noteInHistory(trx, act, stayedId);
  const { seats, reserves } = seatsOf(from);
  await countIn(trx, workshopId, former.enrolment.quotaId, { seats: -seats, reserves: -reserves });
  const movedUp = await moveUp(trx, workshopId, by.at);
  await audit(trx, by.at, {
    accountId: by.accountId,
    action: "enrolment.merged",
    subjectId: stayedId,
    details: { gone: goneId, act: act.id, from, movedUp },
  });
  return { ...pair, actId: act.id, former, earlierIds: earlier.map(({ id }) => id) };
}

/** Nothing changes of the one that stays, and its history says what has become part of it. */
async function noteInHistory(trx: Writer, { id: actId, by }: BehalfAct, enrolmentId: Id<"enrolment">): Promise<void> {
  const { state } = await trx
    .selectFrom("enrolment")
    .select("state")
    .where("id", "=", enrolmentId)
    .executeTakeFirstOrThrow();
  await recordEvent(trx, { enrolmentId, from: state, to: state, actId }, by);
}

/**
 * They are two enrolments again, the one that was gone with the seat or the place in the queue that it had. The people
 * are two by then. Refused where the seat has been given on: nothing is oversold.
 */
export async function unmergeEnrolments(
  trx: Writer,
  merged: MergedEnrolment,
  by: By,
): Promise<"unmerged" | "seatTaken"> {
  const { workshopId, stayedId, goneId, actId, former, earlierIds } = merged;
  const { seats, reserves } = seatsOf(former.enrolment.state);
  const workshop = await holdSeats(trx, workshopId);
  if (!workshop) return "seatTaken";
  const groups = await findQuotaGroups(trx, workshop, []);
  const group = groups.stillThere(former.enrolment.quotaId);
  const own = groups.seats.get(group);
  if (!own || own.seatsTaken + seats > own.capacity) return "seatTaken";
  await restoreFormer(trx, goneId, former, group);
  if (earlierIds.length)
    await trx.updateTable("enrolment").set({ mergedIntoId: goneId }).where("id", "in", earlierIds).execute();
  await countIn(trx, workshopId, group, { seats, reserves });
  await trx
    .updateTable("enrolmentAct")
    .set({ undoneAt: by.at, undoneByAccountId: by.accountId })
    .where("id", "=", actId)
    .execute();
  await audit(trx, by.at, {
    accountId: by.accountId,
    action: "enrolment.unmerged",
    subjectId: stayedId,
    details: { other: goneId, act: actId },
  });
  await moveUp(trx, workshopId, by.at);
  return "unmerged";
}
