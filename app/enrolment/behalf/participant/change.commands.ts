import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { type BehalfAct, beginAct, changeWithin, moveUpWithin } from "#app/enrolment/behalf/act/act.commands.ts";
import { findStanding, type StandingOf } from "#app/enrolment/behalf/behalf.queries.ts";
import { type Change, destinationOf, versionOf } from "#app/enrolment/behalf/behalf.rules.ts";
import { seatsOf } from "#app/enrolment/commands.ts";
import type { EnrolmentState } from "#app/enrolment/rules.ts";
import { moveUp } from "#app/enrolment/seats.commands.ts";
import { countIn } from "#app/nominations/quotas/commands.ts";
import { findSeenFrom } from "#app/nominations/quotas/queries.ts";
import { drawTickets, holdSeats } from "#app/workshops/seats.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";

type Asked = {
  workshopId: Id<"workshop">;
  enrolmentId: Id<"enrolment">;
  change: Change;
  reason: string;
  note: string | null;
  /** As the coordinator saw it: what follows was told for that, and for nothing else. */
  seen: { version: string; passedOver: readonly Id<"enrolment">[] };
};

type BehalfOutcome =
  | { status: "done"; actId: Id<"enrolmentAct">; movedUp: number }
  | { status: "refused"; because: "missing" | "changed" | "closed" };

/**
 * Withdraws somebody, gives them a seat in their turn or before it, or takes it from them. The workshop's row is held:
 * of two coordinators who act at once, the second finds what the first has left.
 */
export async function changeOnBehalf(trx: Writer, asked: Asked, by: By): Promise<BehalfOutcome> {
  const { workshopId, enrolmentId, change } = asked;
  const workshop = await holdSeats(trx, workshopId);
  const found = workshop && (await findStanding(trx, workshopId, enrolmentId));
  if (!found) return { status: "refused", because: "missing" };
  if (versionOf(found.enrolment) !== asked.seen.version) return { status: "refused", because: "changed" };
  const seen = await findSeenFrom(trx, workshop, found.enrolment.quotaId);
  const to = destinationOf(change, found.standing, seen, by.at);
  if (!to) return { status: "refused", because: "closed" };
  const passedOver = change === "overtaken" ? found.ahead.map(({ id }) => id) : [];
  // whoever is passed over was named before
  if (passedOver.some((id) => !asked.seen.passedOver.includes(id))) return { status: "refused", because: "changed" };

  const act = await beginAct(trx, { ...asked, kind: change }, by);
  await carryOut(trx, act, found, to);
  await keepPassedOver(trx, act, passedOver);
  const movedUp = await moveUp(trx, workshopId, by.at, (next) => moveUpWithin(trx, act, next));
  await audit(trx, by.at, {
    accountId: by.accountId,
    action: actions[change],
    subjectId: enrolmentId,
    details: { act: act.id, from: found.enrolment.state, to, movedUp, ...(passedOver.length && { passedOver }) },
  });
  return { status: "done", actId: act.id, movedUp };
}

const actions = {
  withdrawn: "enrolment.removed",
  seated: "enrolment.seated",
  overtaken: "enrolment.overtaken",
  unseated: "enrolment.unseated",
} as const;

async function carryOut(trx: Writer, act: BehalfAct, { enrolment }: StandingOf, to: EnrolmentState): Promise<void> {
  const { workshopId } = act;
  const { state: from } = enrolment;
  if (from === "reserve" && to === "reserve") {
    // whoever was put first last comes first: below zero, tickets count backwards
    const ticket = -(await drawTickets(trx, workshopId, 1)) - 1;
    await changeWithin(trx, act, enrolment, { from, to, ticket, letter: null });
    return;
  }
  // nobody who waits already is passed over by somebody who has had a seat
  const ticket = to === "reserve" ? (await drawTickets(trx, workshopId, 1)) + 1 : undefined;
  await changeWithin(trx, act, enrolment, { from, to, ticket, letter: letterOf[to as "withdrawn"] });
  const [before, now] = [seatsOf(from), seatsOf(to)];
  const counted = { seats: now.seats - before.seats, reserves: now.reserves - before.reserves };
  await countIn(trx, workshopId, enrolment.quotaId, counted);
}

const letterOf = {
  withdrawn: "enrolment.removed",
  confirmed: "enrolment.seated",
  reserve: "enrolment.unseated",
} as const;

async function keepPassedOver(trx: Writer, { id: actId }: BehalfAct, enrolmentIds: Id<"enrolment">[]): Promise<void> {
  if (!enrolmentIds.length) return;
  await trx
    .insertInto("passedOver")
    .values(enrolmentIds.map((enrolmentId) => ({ actId, enrolmentId })))
    .execute();
}
