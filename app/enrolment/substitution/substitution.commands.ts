import type { By } from "#app/access/actor.ts";
import { listReached } from "#app/accounts/reached.queries.ts";
import { audit } from "#app/audit/commands.ts";
import { keepRequest } from "#app/enrolment/commands.ts";
import { moveTo, recordEvent } from "#app/enrolment/events.commands.ts";
import { endOffer, makeOffer } from "#app/enrolment/offers/offers.commands.ts";
import { findEnrolment } from "#app/enrolment/queries.ts";
import { nextState } from "#app/enrolment/rules.ts";
import { forgetTold } from "#app/enrolment/told/told.commands.ts";
import { findKnown } from "#app/nominations/nomination/known.queries.ts";
import { findNominationById, type Nomination } from "#app/nominations/nomination/queries.ts";
import { mayBecome } from "#app/nominations/nomination/rules.ts";
import { declineSubstitute, selectSubstitute } from "#app/nominations/substitution/substitution.commands.ts";
import { emit } from "#app/outbox/commands.ts";
import { placeOfWork } from "#app/people/queries.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import { drawTickets } from "#app/workshops/seats.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";

type Decided = { status: "accepted" | "declined" } | { status: "refused"; because: "gone" | "enrolled" };

/**
 * The host agrees: the seat passes from one to the other in the same quota, and nobody in reserve is passed over, as no
 * seat becomes free. The substitute is asked whether they come, as everybody is who gets a seat. The workshop is held.
 */
export async function acceptSubstitute(
  trx: Writer,
  workshop: HeldWorkshop,
  nomination: Nomination,
  by: By,
): Promise<Decided> {
  const { inPlaceOfId, state: from } = nomination;
  const holds = await findKnown(trx, workshop, nomination, by.at);
  const replaced = inPlaceOfId && (await findNominationById(trx, inPlaceOfId));
  if (!replaced || !holds.isSubstitutable || !mayBecome("selected", { from, by: "host", holds }))
    return { status: "refused", because: "gone" };
  const outcome = await passSeat(
    trx,
    { workshopId: workshop.id, from: replaced.personId, to: nomination.personId },
    by,
  );
  if (outcome) return { status: "refused", because: outcome };
  await selectSubstitute(trx, { nomination, replaced }, by);
  await emitDecided(trx, nomination, by);
  return { status: "accepted" };
}

/** The host does not agree: everything else stays as it is. */
export async function refuseSubstitute(
  trx: Writer,
  workshop: HeldWorkshop,
  nomination: Nomination,
  reason: string,
  by: By,
): Promise<Decided> {
  const holds = await findKnown(trx, workshop, nomination, by.at);
  const isOpen =
    nomination.inPlaceOfId !== null && mayBecome("notSelected", { from: nomination.state, by: "host", holds });
  if (!isOpen) return { status: "refused", because: "gone" };
  await declineSubstitute(trx, nomination, reason, by);
  await emitDecided(trx, nomination, by);
  return { status: "declined" };
}

const emitDecided = (trx: Writer, { id: nominationId, workshopId, personId }: Nomination, { at }: By) =>
  emit(trx, at, "substitute.decided", { nominationId }, { workshopId, personId });

type Passing = { workshopId: Id<"workshop">; from: Id<"person">; to: Id<"person"> };

/** @returns why it does not pass; null where it has */
async function passSeat(trx: Writer, { workshopId, from, to }: Passing, by: By): Promise<"gone" | "enrolled" | null> {
  const { at, accountId } = by;
  const seat = await findEnrolment(trx, workshopId, from);
  const former = await findEnrolment(trx, workshopId, to);
  if (!seat || nextState(seat.state, "substitution", {}) !== "withdrawn") return "gone";
  if (nextState(former?.state ?? null, "substitution", {}) !== "confirmed") return "enrolled";

  await moveTo(trx, { enrolmentId: seat.id, from: seat.state, to: "withdrawn" }, by);
  await forgetTold(trx, seat.id);
  await endOffer(trx, seat.id, at);
  await audit(trx, at, { accountId, action: "enrolment.withdrawn", subjectId: seat.id, details: { movedUp: 0 } });

  const ticket = (await drawTickets(trx, workshopId, 1)) + 1;
  const place = { state: "confirmed" as const, ticket, quotaId: seat.quotaId, requestedAt: at, changedAt: at };
  const enrolmentId = await keepRequest(trx, { personId: to, workshopId }, former, { ...place, ...placeOfWork(to) });
  await recordEvent(trx, { enrolmentId, from: former?.state ?? null, to: "confirmed" }, by);
  await makeOffer(trx, { enrolmentId, workshopId }, by);
  await audit(trx, at, {
    accountId,
    action: "enrolment.substituted",
    subjectId: enrolmentId,
    details: { inPlaceOf: seat.id },
  });

  const reached = await listReached(trx, [from, to]);
  if (reached.has(from))
    await emit(trx, at, "enrolment.withdrawn", { enrolmentId: seat.id }, { workshopId, personId: from });
  if (reached.has(to)) await emit(trx, at, "enrolment.selected", { enrolmentId }, { workshopId, personId: to });
  return null;
}
