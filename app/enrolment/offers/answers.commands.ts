import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { withdraw } from "#app/enrolment/commands.ts";
import type { LeavingReason } from "#app/nominations/nomination/rules.ts";
import { emit } from "#app/outbox/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import { holdSeats } from "#app/workshops/seats.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { findOffer, type SeatOffer } from "./offers.queries.ts";
import { type OfferRefusal, offerRefusal } from "./offers.rules.ts";

export type Answer =
  | { answer: "accept"; note: string | null }
  | { answer: "decline"; because: LeavingReason; note: string | null };

/** `self`: signed in. `link`: whoever has it, as whom it was sent to. `desk`: a coordinator, for somebody else. */
export type Answering = By & { via: "self" | "link" | "desk" };

type Answered = { status: "accepted" | "declined" } | { status: "refused"; because: OfferRefusal | "missing" };

/** An offer as it stands once its workshop is held; null where it is gone. */
export async function holdOffer(trx: Writer, id: Id<"offer">) {
  const found = await findOffer(trx, id);
  const workshop = found && (await holdSeats(trx, found.workshopId));
  // what somebody else's answer has left meanwhile
  const offer = workshop ? await findOffer(trx, id) : null;
  return offer && workshop ? { offer, workshop } : null;
}

/**
 * What somebody says to an offer. The same answer, given twice, is there once. Whoever declines gives the seat back, as
 * by every withdrawal: the next of the same quota has it, and is asked in turn.
 */
export async function answerOffer(
  trx: Writer,
  id: Id<"offer">,
  answer: Answer,
  { via, ...by }: Answering,
): Promise<Answered> {
  const held = await holdOffer(trx, id);
  if (!held) return { status: "refused", because: "missing" };
  const { offer, workshop } = held;
  const status = answer.answer === "accept" ? "accepted" : "declined";
  if (offer.state === status) return { status };
  const refusal = offerRefusal(offer, workshop, { at: by.at, by: via });
  if (refusal) return { status: "refused", because: refusal };
  const because = answer.answer === "decline" ? answer.because : null;
  const { at, accountId } = by;
  await trx
    .updateTable("offer")
    .set({
      ...{ state: status, answeredAt: at, answeredBy: via, answeredByAccountId: accountId },
      ...{ because, note: answer.note },
    })
    .where("id", "=", id)
    .execute();
  const details = { via, ...(because && { because }) };
  await audit(trx, at, { accountId, action: actions[status], subjectId: offer.enrolmentId, details });
  if (status === "accepted") await keepSeat(trx, offer, at);
  else await giveUp(trx, offer, by);
  return { status };
}

const actions = { accepted: "enrolment.accepted", declined: "enrolment.declined" } as const;

/** Whoever has looked at the enrolment before sees that it is another now: what they wanted to do rests on it. */
async function keepSeat(trx: Writer, offer: SeatOffer, at: Instant): Promise<void> {
  const { id, enrolmentId, workshopId, personId } = offer;
  await trx.updateTable("enrolment").set({ changedAt: at }).where("id", "=", enrolmentId).execute();
  await emit(trx, at, "offer.accepted", { offerId: id }, { workshopId, personId });
}

/**
 * The seat of an offer that was declined or has lapsed goes to the next. Nobody is told twice: the letter about the
 * offer says what has become of the seat.
 */
export async function giveUp(trx: Writer, { id, workshopId, personId }: SeatOffer, by: By): Promise<void> {
  const outcome = await withdraw(trx, { personId, workshopId }, by, { isTold: false });
  if (outcome.status === "refused") throw new Error(`An offer that is open holds no seat: ${outcome.because}`);
  await emit(trx, by.at, "offer.ended", { offerId: id }, { workshopId, personId });
}
