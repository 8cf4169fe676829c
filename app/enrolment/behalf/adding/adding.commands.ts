import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { type BehalfAct, beginAct, keepBefore, tellOf } from "#app/enrolment/behalf/act/act.commands.ts";
import { findFormer } from "#app/enrolment/behalf/act/before.queries.ts";
import { type AddingRefusal, addingRefusal } from "#app/enrolment/behalf/behalf.rules.ts";
import { keepRequest } from "#app/enrolment/commands.ts";
import { recordEvent } from "#app/enrolment/events.commands.ts";
import { listEnrolmentsAmong } from "#app/enrolment/queries.ts";
import { type EnrolmentState, placement, waysOnBehalf } from "#app/enrolment/rules.ts";
import { placeOfWork } from "#app/people/queries.ts";
import { countSeats, drawTickets, holdSeats, offerFreeSeats } from "#app/workshops/seats.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";

type Adding = {
  workshopId: Id<"workshop">;
  /** In the order in which they get seats. */
  personIds: readonly Id<"person">[];
  reason: string | null;
  note: string | null;
  /** How many seats the coordinator was told they would get: never fewer without asking again. */
  seats: number;
};

type AddingOutcome =
  | { status: "done"; actId: Id<"enrolmentAct">; seats: number; reserves: number }
  | { status: "refused"; because: "missing" | AddingRefusal | "alreadyHere" | "fewerSeats" };

type Placed = { personId: Id<"person">; former: Found | null; to: EnrolmentState };
type Found = { id: Id<"enrolment">; personId: Id<"person">; state: EnrolmentState };

/** Enrols people by a coordinator's act: all of them, or nobody. They queue as everybody does. */
export async function addOnBehalf(trx: Writer, adding: Adding, by: By): Promise<AddingOutcome> {
  const { workshopId } = adding;
  const workshop = await holdSeats(trx, workshopId);
  if (!workshop) return { status: "refused", because: "missing" };
  const refusal = addingRefusal(workshop, by.at);
  if (refusal) return { status: "refused", because: refusal };
  const personIds = [...new Set(adding.personIds)];
  const formers = await listEnrolmentsAmong(trx, workshopId, personIds);
  const placed = placeAll(workshop, personIds, formers);
  if (!placed) return { status: "refused", because: "alreadyHere" };
  const seats = placed.filter(({ to }) => to === "confirmed").length;
  const reserves = placed.length - seats;
  if (seats < adding.seats) return { status: "refused", because: "fewerSeats" };

  const act = await beginAct(trx, { ...adding, kind: "added" }, by);
  const lastTicket = await drawTickets(trx, workshopId, placed.length);
  for (const [index, one] of placed.entries()) await addOne(trx, act, one, lastTicket + index + 1);
  await countSeats(trx, workshopId, { seats, reserves });
  // as where somebody enrols beside a free seat: those before them cannot sign in
  if (reserves && workshop.seatsTaken + seats < workshop.capacity) await offerFreeSeats(trx, workshopId, by.at);
  return { status: "done", actId: act.id, seats, reserves };
}

type Seats = { capacity: number; seatsTaken: number; reserveCount: number };

/** Where each of them lands, one after another; null where one is enrolled already. */
function placeAll(before: Seats, personIds: readonly Id<"person">[], formers: readonly Found[]): Placed[] | null {
  const placed: Placed[] = [];
  let { seatsTaken, reserveCount } = before;
  for (const personId of personIds) {
    const former = formers.find((one) => one.personId === personId) ?? null;
    const seatFree = placement({ ...before, seatsTaken, reserveCount }).status === "confirmed";
    const [to] = waysOnBehalf(former?.state ?? null, { mayAdd: true, seatFree });
    if (!to) return null;
    if (to === "confirmed") seatsTaken += 1;
    else reserveCount += 1;
    placed.push({ personId, former, to });
  }
  return placed;
}

async function addOne(trx: Writer, act: BehalfAct, { personId, former, to }: Placed, ticket: number): Promise<void> {
  const { by, workshopId, reason } = act;
  const { accountId, at } = by;
  const before = former && (await findFormer(trx, former.id));
  const values = { state: to, ticket, requestedAt: at, changedAt: at, ...placeOfWork(personId) };
  const id = await keepRequest(trx, { personId, workshopId }, former, values);
  await recordEvent(trx, { enrolmentId: id, from: former?.state ?? null, to, actId: act.id, reason }, by);
  const enrolment = { id, personId };
  const letterId = await tellOf(trx, act, enrolment, "enrolment.added");
  await keepBefore(trx, act, { enrolment, former: before, letterId });
  await audit(trx, at, { accountId, action: "enrolment.added", subjectId: id, details: { act: act.id, to } });
}
