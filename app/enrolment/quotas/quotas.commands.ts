import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { moveAndTell } from "#app/enrolment/seats.commands.ts";
import { addQuota, changeQuota, closeQuota, dropQuota } from "#app/nominations/quotas/commands.ts";
import { isReleaseDue, type QuotaGroup, quotaKey } from "#app/nominations/quotas/rules.ts";
import { holdSeats, setSeats } from "#app/workshops/seats.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { findLedger } from "./ledger/ledger.queries.ts";
import {
  countersOf,
  type Decided,
  decideLedger,
  isLedgerRefusal,
  type Ledger,
  type LedgerRefusal,
  type SeatPlace,
  seatsKept,
  type WantedQuota,
} from "./ledger/ledger.rules.ts";

type Windows = {
  promotionDays: number | null;
  freezeDays: number | null;
  /** As it is, where it is not said. */
  confirmDays?: number | null;
};
type Division = { capacity: number; quotas: readonly WantedQuota[] } & Windows;

type DivisionOutcome =
  | { status: "saved"; promoted: number }
  | ({ status: "refused" } & (LedgerRefusal | { because: "missing"; quota: null; people: [] }));

const missing = { status: "refused", because: "missing", quota: null, people: [] } satisfies DivisionOutcome;

/** Divides a workshop's seats among quotas and the common pool. Nobody loses a seat by it; who waits may get one. */
export async function divideSeats(
  trx: Writer,
  workshopId: Id<"workshop">,
  { capacity, quotas, ...windows }: Division,
  by: By,
): Promise<DivisionOutcome> {
  const held = await holdSeats(trx, workshopId);
  if (!held) return missing;
  const { confirmDays = held.confirmDays } = windows;
  const workshop = { ...held, ...windows, confirmDays };
  const ledger = { ...(await findLedger(trx, workshop, by.at)), lastTicket: held.lastTicket };
  const outcome = decideLedger(ledger, { kind: "plan", capacity, quotas });
  if (isLedgerRefusal(outcome)) return { status: "refused", ...outcome };
  await carryOut(trx, { workshop, ledger, outcome }, by);
  const kept = quotas.map((quota) => ({ for: quotaKey(quota), seats: quota.seats, releaseOn: quota.releaseOn }));
  await audit(trx, by.at, {
    accountId: by.accountId,
    action: "workshop.quotasChanged",
    subjectId: workshopId,
    details: { capacity, quotas: kept, ...windows, confirmDays, promoted: outcome.promoted.length },
  });
  return { status: "saved", promoted: outcome.promoted.length };
}

type ReleaseOutcome = { status: "released"; seats: number; promoted: number } | { status: "refused"; because: "gone" };
type Release = { workshopId: Id<"workshop">; quotaId: Id<"quota">; isByItself?: true };

/**
 * What a quota has left goes to the common pool, and those who are in it with it, behind whoever waits there. Done
 * once: a quota that was released is found no more.
 */
export async function releaseQuota(
  trx: Writer,
  { workshopId, quotaId, isByItself }: Release,
  by: By,
): Promise<ReleaseOutcome> {
  const workshop = await holdSeats(trx, workshopId);
  if (!workshop) return { status: "refused", because: "gone" };
  const ledger = { ...(await findLedger(trx, workshop, by.at)), lastTicket: workshop.lastTicket };
  const quota = ledger.quotas.find(({ id }) => id === quotaId);
  // somebody may have given it another day
  if (!quota || (isByItself && !isReleaseDue(quota.releaseOn, workshop.zone, by.at)))
    return { status: "refused", because: "gone" };
  const outcome = decideLedger(ledger, { kind: "release", quota: quotaId });
  if (isLedgerRefusal(outcome)) return { status: "refused", because: "gone" };
  const seats = quota.seats - ledger.people.filter(({ group, isSeated }) => group === quotaId && isSeated).length;
  await carryOut(trx, { workshop, ledger, outcome, released: { quotaId, seats } }, by);
  await audit(trx, by.at, {
    accountId: by.accountId,
    action: "workshop.quotaReleased",
    subjectId: workshopId,
    details: { for: quotaKey(quota), seats, promoted: outcome.promoted.length, ...(isByItself && { isByItself }) },
  });
  return { status: "released", seats, promoted: outcome.promoted.length };
}

type Held = NonNullable<Awaited<ReturnType<typeof holdSeats>>>;
type Carried = {
  workshop: Held;
  ledger: Ledger;
  outcome: Decided;
  /** A quota that stays as a record of what it had. */
  released?: { quotaId: Id<"quota">; seats: number };
};

/** Writes what was decided, and nothing else. Quotas that are new come first, and those that go leave last. */
async function carryOut(trx: Writer, { workshop, ledger, outcome, released }: Carried, by: By): Promise<void> {
  const { at } = by;
  const former = new Map(ledger.quotas.map((quota) => [quotaKey(quota), quota.id]));
  const groups = new Map<SeatPlace, QuotaGroup>([[null, null]]);
  for (const { seats, releaseOn, institutionId, country } of outcome.quotas) {
    const key = quotaKey({ institutionId, country });
    const kept = { seats, releaseOn, ...countersOf(outcome, key) };
    const id = former.get(key);
    if (id) await changeQuota(trx, id, kept);
    groups.set(key, id ?? (await addQuota(trx, workshop.id, { institutionId, country, ...kept }, at)));
  }
  for (const { id, to, ticket } of outcome.regrouped)
    await trx
      .updateTable("enrolment")
      .set({ quotaId: groups.get(to) ?? null, ticket, changedAt: at })
      .where("id", "=", id)
      .execute();
  for (const [key, id] of former)
    if (!groups.has(key))
      await (released?.quotaId === id ? closeQuota(trx, id, released.seats, at) : dropQuota(trx, id));
  const { promotionDays, freezeDays, confirmDays } = workshop;
  const totals = { ...totalsOf(outcome), lastTicket: outcome.lastTicket };
  await setSeats(trx, workshop.id, totals, { promotionDays, freezeDays, confirmDays }, at);
  const people = await listHolders(trx, outcome.promoted);
  for (const id of outcome.promoted) {
    const personId = people.get(id);
    if (personId) await moveAndTell(trx, { enrolmentId: id, personId, workshopId: workshop.id }, at);
  }
}

/** A workshop's counters: of everybody, and what of them is in quotas. */
function totalsOf({ capacity, quotas, people }: Decided) {
  const seated = people.filter(({ isSeated }) => isSeated);
  const waiting = people.filter(({ isSeated }) => !isSeated);
  const inQuotas = (some: typeof people) => some.filter(({ group }) => group !== null).length;
  return {
    ...{ capacity, seatsTaken: seated.length, reserveCount: waiting.length },
    quotaSeats: seatsKept(quotas),
    quotaTaken: inQuotas(seated),
    quotaReserves: inQuotas(waiting),
  };
}

async function listHolders(trx: Writer, ids: readonly Id<"enrolment">[]) {
  if (!ids.length) return new Map<Id<"enrolment">, Id<"person">>();
  const rows = await trx
    .selectFrom("enrolment")
    .select(["id", "personId"])
    .where("id", "in", [...ids])
    .execute();
  return new Map(rows.map(({ id, personId }) => [id, personId]));
}
