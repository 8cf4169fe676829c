import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { countIn, countNextInQuota } from "#app/nominations/quotas/commands.ts";
import { poolSeats, type QuotaGroup } from "#app/nominations/quotas/rules.ts";
import { emit } from "#app/outbox/commands.ts";
import { placeOfWork } from "#app/people/queries.ts";
import type { Instant } from "#app/time/instant.ts";
import { countNext, countSeats, holdSeats, offerFreeSeats, type Sought } from "#app/workshops/seats.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { moveTo, recordEvent } from "./events.commands.ts";
import { endOffer } from "./offers/offers.commands.ts";
import { findEnrolment } from "./queries.ts";
import {
  type AdmissionRefusal,
  admissionRefusal,
  type EnrolmentState,
  isOutside,
  isSeated,
  nextState,
  type Placement,
  placement,
  type WithdrawalRefusal,
  withdrawalRefusal,
} from "./rules.ts";
import { moveUp } from "./seats.commands.ts";
import { forgetTold } from "./told/told.commands.ts";

type Request = { personId: Id<"person">; workshopId: Id<"workshop"> };

type EnrolOutcome = Placement | { status: "refused"; because: AdmissionRefusal | "noSuchWorkshop" | "alreadyEnrolled" };

const recordedAs = { confirmed: "enrolment.confirmed", reserve: "enrolment.reserve" } as const;

/** Seats or queues one person. Whoever withdrew may come back, at the end of the queue. */
export async function enrol(
  trx: Writer,
  { personId, ...sought }: { personId: Id<"person"> } & Sought,
  by: By,
): Promise<EnrolOutcome> {
  const { at, accountId } = by;
  const next = await countNext(trx, sought);
  if (!next) return { status: "refused", because: "noSuchWorkshop" };
  const { workshop, counted } = next;
  const workshopId = workshop.id;
  const refuse = async (because: AdmissionRefusal | "alreadyEnrolled") => {
    await countSeats(trx, workshopId, { seats: -counted.seats, reserves: -counted.reserves });
    return { status: "refused" as const, because };
  };
  const refusal = admissionRefusal(workshop, at);
  if (refusal) return refuse(refusal);
  const former = await findEnrolment(trx, workshopId, personId);
  if (!isOutside(former?.state ?? null)) return refuse("alreadyEnrolled");
  const { quotaId, seats } = workshop.quotaSeats > 0 ? await placeInGroup(trx, workshop, personId) : whole(workshop);
  const placed = placement(seats);
  const seatFree = placed.status === "confirmed";
  const to = nextState(former?.state ?? null, "official", { admitted: true, seatFree });
  if (!to) return refuse("alreadyEnrolled");

  const place = { ticket: workshop.lastTicket, quotaId };
  const values = { state: to, ...place, requestedAt: at, changedAt: at, ...placeOfWork(personId) };
  const enrolmentId = await keepRequest(trx, { personId, workshopId }, former, values);
  // a seat stays free beside those who wait where they cannot sign in: a newcomer can
  if (!seatFree && seats.seatsTaken < seats.capacity) await offerFreeSeats(trx, workshopId, at);
  await recordEvent(trx, { enrolmentId, from: former?.state ?? null, to }, by);
  await emit(trx, at, recordedAs[placed.status], { enrolmentId }, { workshopId, personId });
  await audit(trx, at, {
    accountId,
    action: recordedAs[placed.status],
    subjectId: enrolmentId,
  });
  return placed;
}

type Opened = NonNullable<Awaited<ReturnType<typeof countNext>>>["workshop"];

const whole = (workshop: Opened) => ({ quotaId: null, seats: workshop });

/**
 * Counts one more in the quota to which they belong, or in the common pool.
 * @returns where, and its seats as they were before
 */
async function placeInGroup(trx: Writer, workshop: Opened, personId: Id<"person">) {
  const quota = await countNextInQuota(trx, workshop.id, personId);
  const seats = quota ?? poolSeats(workshop);
  const isSeat = placement(seats).status === "confirmed";
  const change = { seats: isSeat ? 1 : 0, reserves: isSeat ? 0 : 1 };
  await countSeats(trx, workshop.id, change, quota ? change : undefined);
  return { quotaId: quota?.id ?? null, seats };
}

type Requested = {
  state: EnrolmentState;
  ticket: number;
  quotaId: QuotaGroup;
  requestedAt: Instant;
  changedAt: Instant;
} & ReturnType<typeof placeOfWork>;

/** One row a person and workshop, whatever becomes of it. @returns its id */
export async function keepRequest(
  trx: Writer,
  whose: Request,
  former: { id: Id<"enrolment"> } | null,
  values: Requested,
): Promise<Id<"enrolment">> {
  if (former) {
    await trx.updateTable("enrolment").set(values).where("id", "=", former.id).execute();
    return former.id;
  }
  const id = newId<"enrolment">();
  await trx
    .insertInto("enrolment")
    .values({ id, ...whose, ...values })
    .execute();
  return id;
}

type WithdrawOutcome =
  | { status: "withdrawn"; movedUp: number }
  | { status: "refused"; because: "notEnrolled" | WithdrawalRefusal };

/**
 * Gives a seat or a place in the queue back; the first of the queue moves up at once.
 * @param isTold whether a letter says so; another may say more
 */
export async function withdraw(
  trx: Writer,
  { personId, workshopId }: Request,
  by: By,
  { isTold = true } = {},
): Promise<WithdrawOutcome> {
  const { at, accountId } = by;
  const workshop = await holdSeats(trx, workshopId);
  const enrolment = workshop && (await findEnrolment(trx, workshopId, personId));
  if (!enrolment || isOutside(enrolment.state)) return { status: "refused", because: "notEnrolled" };
  const { id: enrolmentId, state, quotaId } = enrolment;
  const refusal = withdrawalRefusal(state, workshop, at);
  if (refusal) return { status: "refused", because: refusal };

  await moveTo(trx, { enrolmentId, from: state, to: "withdrawn" }, by);
  await forgetTold(trx, enrolmentId);
  await endOffer(trx, enrolmentId, at);
  const { seats, reserves } = seatsOf(state);
  await countIn(trx, workshopId, quotaId, { seats: -seats, reserves: -reserves });
  if (isTold) await emit(trx, at, "enrolment.withdrawn", { enrolmentId }, { workshopId, personId });
  const movedUp = await moveUp(trx, workshopId, at);
  await audit(trx, at, {
    accountId,
    action: "enrolment.withdrawn",
    subjectId: enrolmentId,
    details: { movedUp },
  });
  return { status: "withdrawn", movedUp };
}

/** What an enrolment adds to its workshop's counters. */
export const seatsOf = (state: EnrolmentState) => ({
  seats: isSeated(state) ? 1 : 0,
  reserves: state === "reserve" ? 1 : 0,
});
