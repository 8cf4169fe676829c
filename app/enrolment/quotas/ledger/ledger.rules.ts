import { type QuotaGroup, quotaKey, quotaOf, type SentFrom, type Whose } from "#app/nominations/quotas/rules.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Id } from "#db/id.ts";

/** A quota as it is to be. One for the same people that is there already is meant by it. */
export type WantedQuota = Whose & { seats: number; releaseOn: LocalDate | null };
type LedgerQuota = WantedQuota & { id: Id<"quota"> };

/** Somebody who holds or awaits a seat. */
export type SeatStanding<In = QuotaGroup> = SentFrom & {
  id: Id<"enrolment">;
  group: In;
  isSeated: boolean;
  ticket: number;
  /** Whether they can be given a seat: whoever cannot sign in is passed over, and keeps the place. */
  canMoveUp: boolean;
};

/** Who holds and who awaits which seat of a workshop. */
export type Ledger = {
  capacity: number;
  quotas: readonly LedgerQuota[];
  people: readonly SeatStanding[];
  /** The last number in the order of arrival. */
  lastTicket: number;
  /** Whether seats are given on by themselves at this moment. */
  movesUp: boolean;
  /** Whether the list of participants is fixed already. */
  isFrozen: boolean;
};

export type LedgerChange =
  /** Seats are divided anew, and may become more or fewer. */
  | { kind: "plan"; capacity: number; quotas: readonly WantedQuota[] }
  /** What a quota has left goes to the common pool, with everybody who is in it. */
  | { kind: "release"; quota: Id<"quota"> }
  | { kind: "withdrawal"; enrolment: Id<"enrolment"> };

/** A group as it is wanted: by whose it is, as a new one has no id; null for the common pool. */
export type SeatPlace = string | null;

export type LedgerRefusal = {
  because: "frozen" | "belowConfirmed" | "overCapacity" | "belowTaken" | "poolTaken" | "gone";
  /** The quota that is too small, by its place in what was asked for. */
  quota: number | null;
  /** Who holds the seats that would have to go. */
  people: readonly Id<"enrolment">[];
};

/** Somebody who is counted elsewhere from now on. Whoever waits behind others there has a new ticket. */
type Regrouped = { id: Id<"enrolment">; from: QuotaGroup; to: SeatPlace; ticket: number };

export type Decided = {
  capacity: number;
  quotas: readonly WantedQuota[];
  people: readonly SeatStanding<SeatPlace>[];
  lastTicket: number;
  regrouped: readonly Regrouped[];
  /** Who gets a seat, in the order in which it is given. */
  promoted: readonly Id<"enrolment">[];
};

/** What comes of a change. Pages show it beforehand, and commands write exactly this. */
export function decideLedger(ledger: Ledger, change: LedgerChange): Decided | LedgerRefusal {
  if (change.kind === "withdrawal") return withdrawn(ledger, change.enrolment);
  if (change.kind === "release") {
    if (!ledger.quotas.some(({ id }) => id === change.quota)) return refused("gone");
    const quotas = ledger.quotas.filter(({ id }) => id !== change.quota);
    return planned(ledger, { capacity: ledger.capacity, quotas });
  }
  if (ledger.isFrozen) return refused("frozen");
  return planned(ledger, change);
}

export const isLedgerRefusal = (outcome: Decided | LedgerRefusal): outcome is LedgerRefusal => "because" in outcome;

const refused = (
  because: LedgerRefusal["because"],
  { quota = null, people = [] }: { quota?: number | null; people?: readonly SeatStanding<SeatPlace>[] } = {},
): LedgerRefusal => ({ because, quota, people: people.map(({ id }) => id) });

/** A ledger as it is, in the form of one that was decided. */
export const asItIs = (ledger: Ledger): Decided => ({ ...ledger, people: placed(ledger), regrouped: [], promoted: [] });

/** What quotas keep of a workshop's seats. */
export const seatsKept = (quotas: readonly { seats: number }[]): number =>
  quotas.reduce((sum, { seats }) => sum + seats, 0);

/** The seats of a group. */
export const seatsIn = ({ capacity, quotas }: Pick<Decided, "capacity" | "quotas">, place: SeatPlace): number =>
  place === null ? capacity - seatsKept(quotas) : (quotas.find((quota) => quotaKey(quota) === place)?.seats ?? 0);

/** Where everybody is now, by whose each quota is. */
function placed({ quotas, people }: Ledger): SeatStanding<SeatPlace>[] {
  const keys = new Map<QuotaGroup, SeatPlace>(quotas.map((quota) => [quota.id, quotaKey(quota)]));
  return people.map((one) => ({ ...one, group: keys.get(one.group) ?? null }));
}

function withdrawn(ledger: Ledger, enrolment: Id<"enrolment">): Decided | LedgerRefusal {
  const people = placed(ledger);
  if (!people.some(({ id }) => id === enrolment)) return refused("gone");
  const left = people.filter(({ id }) => id !== enrolment);
  return filled(ledger, { ...ledger, people: left, regrouped: [] });
}

function planned(ledger: Ledger, wanted: { capacity: number; quotas: readonly WantedQuota[] }) {
  const { people, lastTicket } = regroup(ledger, wanted.quotas);
  const problem = problemOf(wanted, people);
  if (problem) return problem;
  const former = new Map(ledger.people.map((one) => [one.id, one]));
  const before = new Map(placed(ledger).map((one) => [one.id, one.group]));
  const regrouped = people.flatMap(({ id, group, ticket }): Regrouped[] =>
    before.get(id) === group ? [] : [{ id, from: former.get(id)?.group ?? null, to: group, ticket }],
  );
  return filled(ledger, { ...wanted, people, lastTicket, regrouped });
}

/**
 * Where everybody is counted once the seats are divided as wanted. Whoever has a seat keeps it. People move only out of
 * a quota that is given up, and into one that is new, as far as it has seats for those who hold one. Those who come
 * where others wait already wait behind them.
 */
function regroup(ledger: Ledger, wanted: readonly WantedQuota[]) {
  const formerKeys = new Set(ledger.quotas.map(quotaKey));
  const keys = new Set(wanted.map(quotaKey));
  const added = wanted.filter((quota) => !formerKeys.has(quotaKey(quota)));
  const room = new Map(added.map((quota): [SeatPlace, number] => [quotaKey(quota), quota.seats]));
  let { lastTicket } = ledger;
  const people = inOrder(placed(ledger)).map((one) => {
    const isGivenUp = one.group !== null && !keys.has(one.group);
    const own = quotaOf(wanted, one);
    const target = own ? quotaKey(own) : null;
    const left = room.get(target);
    if (left === undefined && !isGivenUp) return one;
    if (one.isSeated) {
      if (!left) return isGivenUp ? { ...one, group: null } : one;
      room.set(target, left - 1);
      return { ...one, group: target };
    }
    if (left !== undefined) return { ...one, group: target };
    lastTicket += 1;
    return { ...one, group: target, ticket: lastTicket };
  });
  return { people, lastTicket };
}

const inOrder = <Some extends { ticket: number }>(people: readonly Some[]): Some[] =>
  people.toSorted((a, b) => a.ticket - b.ticket);

/** Nobody loses a seat: what is wanted has to hold everybody who has one. */
function problemOf(
  { capacity, quotas }: { capacity: number; quotas: readonly WantedQuota[] },
  people: readonly SeatStanding<SeatPlace>[],
): LedgerRefusal | null {
  const seated = people.filter(({ isSeated }) => isSeated);
  if (capacity < seated.length) return refused("belowConfirmed", { people: seated });
  const kept = seatsKept(quotas);
  if (kept > capacity) return refused("overCapacity");
  for (const [quota, { seats, ...whose }] of quotas.entries()) {
    const own = seated.filter(({ group }) => group === quotaKey(whose));
    if (own.length > seats) return refused("belowTaken", { quota, people: own });
  }
  const inPool = seated.filter(({ group }) => group === null);
  return inPool.length > capacity - kept ? refused("poolTaken", { people: inPool }) : null;
}

type Unfilled = Omit<Decided, "promoted">;

/** Gives seats that are free to those who wait for them: in each group by their tickets, and never across groups. */
function filled(ledger: Ledger, { capacity, quotas, people, lastTicket, regrouped }: Unfilled): Decided {
  const seats = new Map<SeatPlace, number>(quotas.map((quota) => [quotaKey(quota), quota.seats]));
  seats.set(null, capacity - seatsKept(quotas));
  const promoted = ledger.movesUp
    ? [...seats].flatMap(([group, count]) => {
        const own = people.filter((one) => one.group === group);
        const free = count - own.filter(({ isSeated }) => isSeated).length;
        return inOrder(own.filter(({ isSeated, canMoveUp }) => !isSeated && canMoveUp)).slice(0, Math.max(0, free));
      })
    : [];
  const gained = new Set(promoted.map(({ id }) => id));
  return {
    ...{ capacity, quotas, lastTicket, regrouped },
    people: people.map((one) => (gained.has(one.id) ? { ...one, isSeated: true } : one)),
    promoted: [...gained],
  };
}

/** The seats of a group once everything is decided, and who is in it. */
export function countersOf({ people }: Pick<Decided, "people">, group: SeatPlace) {
  const own = people.filter((one) => one.group === group);
  const seatsTaken = own.filter(({ isSeated }) => isSeated).length;
  return { seatsTaken, reserveCount: own.length - seatsTaken };
}

/** Who is next in a group: the first of those who can be given a seat; null where nobody waits who can. */
export function nextOf({ people }: Pick<Decided, "people">, place: SeatPlace): Id<"enrolment"> | null {
  const waiting = people.filter(({ group, isSeated, canMoveUp }) => group === place && !isSeated && canMoveUp);
  return inOrder(waiting)[0]?.id ?? null;
}
