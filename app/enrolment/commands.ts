import { audit } from "#app/audit/commands.ts";
import { enqueue } from "#app/outbox/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
import { countSeats, drawTicket, holdSeats } from "#app/workshops/seats.commands.ts";
import type { Writer } from "#db/database.ts";
import { newId } from "#db/new-id.ts";
import { recordEvent } from "./events.commands.ts";
import { findEnrolment } from "./queries.ts";
import {
  type AdmissionRefusal,
  admissionRefusal,
  type EnrolmentState,
  mayWithdraw,
  type Placement,
  placement,
} from "./rules.ts";
import { moveUp } from "./seats.commands.ts";

type Request = { personId: string; workshopId: string; accountId: string | null; at: Instant };

export type EnrolOutcome =
  | Placement
  | { status: "refused"; because: AdmissionRefusal | "noSuchWorkshop" | "alreadyEnrolled" };

/** Seats or queues one person. Whoever withdrew may come back, at the end of the queue. */
export async function enrol(trx: Writer, { personId, workshopId, accountId, at }: Request): Promise<EnrolOutcome> {
  const workshop = await drawTicket(trx, workshopId);
  if (!workshop) return { status: "refused", because: "noSuchWorkshop" };
  const refusal = admissionRefusal(workshop, localDate(at, workshop.zone));
  if (refusal) return { status: "refused", because: refusal };
  const former = await findEnrolment(trx, workshopId, personId);
  if (former && former.state !== "withdrawn") return { status: "refused", because: "alreadyEnrolled" };

  const placed = placement(workshop);
  const enrolmentId = former?.id ?? newId();
  const values = { state: placed.status, ticket: workshop.lastTicket, requestedAt: at, changedAt: at };
  if (former) await trx.updateTable("enrolment").set(values).where("id", "=", enrolmentId).execute();
  else
    await trx
      .insertInto("enrolment")
      .values({ id: enrolmentId, workshopId, personId, ...values })
      .execute();
  await countSeats(
    trx,
    workshopId,
    placed.status === "confirmed" ? { seats: 1, reserves: 0 } : { seats: 0, reserves: 1 },
  );
  await recordEvent(trx, { enrolmentId, from: former?.state ?? null, to: placed.status, at, accountId });
  await enqueue(trx, at, `enrolment.${placed.status}`, { enrolmentId }, { workshopId, personId });
  await audit(trx, at, {
    accountId,
    action: `enrolment.${placed.status}`,
    subjectKind: "enrolment",
    subjectId: enrolmentId,
  });
  return placed;
}

export type WithdrawOutcome =
  | { status: "withdrawn"; movedUp: number }
  | { status: "refused"; because: "notEnrolled" | "tooLate" };

/** Gives a seat or a place in the queue back; the first of the queue moves up at once. */
export async function withdraw(
  trx: Writer,
  { personId, workshopId, accountId, at }: Request,
): Promise<WithdrawOutcome> {
  const workshop = await holdSeats(trx, workshopId);
  const enrolment = workshop && (await findEnrolment(trx, workshopId, personId));
  if (!enrolment || enrolment.state === "withdrawn") return { status: "refused", because: "notEnrolled" };
  if (!mayWithdraw(enrolment.state, workshop.startsOn, localDate(at, workshop.zone)))
    return { status: "refused", because: "tooLate" };

  await trx
    .updateTable("enrolment")
    .set({ state: "withdrawn", changedAt: at })
    .where("id", "=", enrolment.id)
    .execute();
  await countSeats(trx, workshopId, seatsGivenBack(enrolment.state));
  await recordEvent(trx, { enrolmentId: enrolment.id, from: enrolment.state, to: "withdrawn", at, accountId });
  await enqueue(trx, at, "enrolment.withdrawn", { enrolmentId: enrolment.id }, { workshopId, personId });
  const movedUp = await moveUp(trx, workshopId, at);
  await audit(trx, at, {
    accountId,
    action: "enrolment.withdrawn",
    subjectKind: "enrolment",
    subjectId: enrolment.id,
    details: { movedUp },
  });
  return { status: "withdrawn", movedUp };
}

const seatsGivenBack = (state: EnrolmentState) => ({
  seats: state === "confirmed" ? -1 : 0,
  reserves: state === "reserve" ? -1 : 0,
});
