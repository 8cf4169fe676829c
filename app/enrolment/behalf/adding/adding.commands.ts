import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { type BehalfAct, beginAct, keepBefore, tellOf } from "#app/enrolment/behalf/act/act.commands.ts";
import { findFormer } from "#app/enrolment/behalf/act/before.queries.ts";
import { type AddingRefusal, addingRefusal } from "#app/enrolment/behalf/behalf.rules.ts";
import { keepRequest } from "#app/enrolment/commands.ts";
import { recordEvent } from "#app/enrolment/events.commands.ts";
import { makeOffer } from "#app/enrolment/offers/offers.commands.ts";
import { listEnrolmentsAmong } from "#app/enrolment/queries.ts";
import { type EnrolmentState, oneMoreIn, placement, waysOnBehalf } from "#app/enrolment/rules.ts";
import { countIn } from "#app/nominations/quotas/commands.ts";
import { findQuotaGroups } from "#app/nominations/quotas/queries.ts";
import type { QuotaGroup } from "#app/nominations/quotas/rules.ts";
import { placeOfWork } from "#app/people/queries.ts";
import { drawTickets, holdSeats, offerFreeSeats } from "#app/workshops/seats.commands.ts";
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
  /** `selected`: a selection is announced. That is not undone, and has letters of its own. */
  kind?: "added" | "selected";
};

type AddingOutcome =
  | { status: "done"; actId: Id<"enrolmentAct">; seats: number; reserves: number }
  | { status: "refused"; because: "missing" | AddingRefusal | "alreadyHere" | "fewerSeats" };

type Placed = { personId: Id<"person">; former: Found | null; to: EnrolmentState; group: QuotaGroup };
type Found = { id: Id<"enrolment">; personId: Id<"person">; state: EnrolmentState };

/** Enrols people by a coordinator's act: all of them, or nobody. They queue as everybody does. */
export async function addOnBehalf(trx: Writer, adding: Adding, by: By): Promise<AddingOutcome> {
  const { workshopId, kind = "added" } = adding;
  const workshop = await holdSeats(trx, workshopId);
  if (!workshop) return { status: "refused", because: "missing" };
  const refusal = addingRefusal(workshop, by.at);
  if (refusal) return { status: "refused", because: refusal };
  const personIds = [...new Set(adding.personIds)];
  const formers = await listEnrolmentsAmong(trx, workshopId, personIds);
  const groups = await findQuotaGroups(trx, workshop, personIds);
  const placed = placeAll(groups, personIds, formers);
  if (!placed) return { status: "refused", because: "alreadyHere" };
  const seats = placed.filter(({ to }) => to === "confirmed").length;
  const reserves = placed.length - seats;
  if (seats < adding.seats) return { status: "refused", because: "fewerSeats" };

  const act = await beginAct(trx, { ...adding, kind }, by);
  const lastTicket = await drawTickets(trx, workshopId, placed.length);
  for (const [index, one] of placed.entries())
    await addOne(trx, act, { ...one, ticket: lastTicket + index + 1, isUndoable: kind === "added" });
  for (const [group, own] of Map.groupBy(placed, (one) => one.group)) {
    const seated = own.filter(({ to }) => to === "confirmed").length;
    await countIn(trx, workshopId, group, { seats: seated, reserves: own.length - seated });
  }
  // as where somebody enrols beside a free seat: those before them cannot sign in
  if (reserves && workshop.seatsTaken + seats < workshop.capacity) await offerFreeSeats(trx, workshopId, by.at);
  return { status: "done", actId: act.id, seats, reserves };
}

type Groups = Awaited<ReturnType<typeof findQuotaGroups>>;

/** Where each of them lands, one after another; null where one is enrolled already. */
function placeAll(groups: Groups, personIds: readonly Id<"person">[], formers: readonly Found[]): Placed[] | null {
  const placed: Placed[] = [];
  for (const personId of personIds) {
    const former = formers.find((one) => one.personId === personId) ?? null;
    const group = groups.groupOf(personId);
    const seats = groups.seats.get(group);
    const seatFree = seats !== undefined && placement(seats).status === "confirmed";
    const [to] = waysOnBehalf(former?.state ?? null, { mayAdd: true, seatFree });
    if (!to) return null;
    if (seats) groups.seats.set(group, oneMoreIn(seats, to));
    placed.push({ personId, former, to, group });
  }
  return placed;
}

type Added = Placed & { ticket: number; isUndoable: boolean };

async function addOne(trx: Writer, act: BehalfAct, one: Added): Promise<void> {
  const { personId, former, to, group, ticket, isUndoable } = one;
  const { by, workshopId, reason } = act;
  const { accountId, at } = by;
  const before = former && isUndoable ? await findFormer(trx, former.id) : null;
  const values = { state: to, ticket, quotaId: group, requestedAt: at, changedAt: at, ...placeOfWork(personId) };
  const id = await keepRequest(trx, { personId, workshopId }, former, values);
  await recordEvent(trx, { enrolmentId: id, from: former?.state ?? null, to, actId: act.id, reason }, by);
  if (to === "confirmed") await makeOffer(trx, { enrolmentId: id, workshopId }, by);
  if (isUndoable) {
    const enrolment = { id, personId };
    const letterId = await tellOf(trx, act, enrolment, "enrolment.added");
    await keepBefore(trx, act, { enrolment, former: before, letterId });
  }
  await audit(trx, at, { accountId, action: "enrolment.added", subjectId: id, details: { act: act.id, to } });
}
