import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  countersOf,
  type Decided,
  decide,
  isRefusal,
  type Ledger,
  type LedgerChange,
  nextAfter,
  type Place,
  type Standing,
  type WantedQuota,
} from "#app/enrolment/quotas/ledger.rules.ts";
import { doubleIn, keyOf, poolSeats, quotaOf } from "#app/nominations/quotas/rules.ts";
import { asId } from "#db/id.ts";

const sat = asId<"institution">("sat");
const shcp = asId<"institution">("shcp");

const quota = (key: string, seats: number): WantedQuota =>
  key.length === 2
    ? { institutionId: null, country: key, seats, releaseOn: null }
    : { institutionId: asId<"institution">(key), country: null, seats, releaseOn: null };

type Someone = [name: string, institution: string, group: string | null, isSeated: boolean];

/** Who stands where, in the order of their tickets. */
const ledger = (capacity: number, quotas: WantedQuota[], people: Someone[], more: Partial<Ledger> = {}): Ledger => ({
  capacity,
  quotas: quotas.map((one) => ({ ...one, id: asId<"quota">(keyOf(one)) })),
  people: people.map(([id, institution, group, isSeated], ticket) => ({
    ...{ id: asId<"enrolment">(id), institutionId: asId<"institution">(institution), country: "MX" },
    ...{ group: group === null ? null : asId<"quota">(group), isSeated, ticket: ticket + 1, canMoveUp: true },
  })),
  lastTicket: people.length,
  movesUp: true,
  isFrozen: false,
  ...more,
});

const plan = (capacity: number, ...quotas: WantedQuota[]): LedgerChange => ({ kind: "plan", capacity, quotas });

const groupsAfter = (outcome: Decided) => outcome.people.map(({ id, group, isSeated }) => [id, group, isSeated]);

function decided(before: Ledger, change: LedgerChange): Decided {
  const outcome = decide(before, change);
  if (isRefusal(outcome)) throw new Error(outcome.because);
  return outcome;
}

describe("whose a quota is", () => {
  const quotas = [quota("MX", 3), quota("sat", 2)];
  test("that of the institution comes before that of the country", () => {
    expect(quotaOf(quotas, { institutionId: sat, country: "MX" })).toBe(quotas[1]);
    expect(quotaOf(quotas, { institutionId: shcp, country: "MX" })).toBe(quotas[0]);
    expect(quotaOf(quotas, { institutionId: null, country: "MX" })).toBe(quotas[0]);
    expect(quotaOf(quotas, { institutionId: shcp, country: "JP" })).toBeNull();
  });
  test("two for the same people are one too many", () => {
    expect(doubleIn(quotas)).toBeNull();
    expect(doubleIn([...quotas, quota("sat", 1)])).toBe(2);
  });
  test("the pool is what no quota keeps", () => {
    const counted = { capacity: 10, seatsTaken: 6, reserveCount: 3, quotaSeats: 4, quotaTaken: 4, quotaReserves: 1 };
    expect(poolSeats(counted)).toEqual({ capacity: 6, seatsTaken: 2, reserveCount: 2 });
  });
});

describe("dividing the seats", () => {
  const first = ledger(
    3,
    [],
    [
      ["ana", "sat", null, true],
      ["luis", "shcp", null, true],
      ["eva", "sat", null, true],
      ["hugo", "shcp", null, false],
      ["rosa", "sat", null, false],
    ],
  );
  test("a new quota takes those who belong to it, by their tickets, as far as it has seats", () => {
    const outcome = decided(first, plan(3, quota("sat", 1)));
    expect(groupsAfter(outcome)).toEqual([
      ["ana", "institution:sat", true],
      ["luis", null, true],
      ["eva", null, true],
      ["hugo", null, false],
      ["rosa", "institution:sat", false],
    ]);
    expect(outcome.promoted).toEqual([]);
  });
  test("a seat more goes to the group that has it, whoever has come first elsewhere", () => {
    const outcome = decided(first, plan(4, quota("sat", 3)));
    expect(outcome.promoted).toEqual(["rosa"]);
  });
  test("fewer seats than are held are refused with the names", () => {
    expect(decide(first, plan(2))).toEqual({ because: "belowConfirmed", quota: null, people: ["ana", "luis", "eva"] });
    expect(decide(first, plan(3, quota("sat", 4)))).toMatchObject({ because: "overCapacity" });
    const split = ledger(
      3,
      [quota("sat", 2)],
      [
        ["ana", "sat", "institution:sat", true],
        ["eva", "sat", "institution:sat", true],
      ],
    );
    const small = decide(split, plan(3, quota("JP", 1), quota("sat", 1)));
    expect(small).toEqual({ because: "belowTaken", quota: 1, people: ["ana", "eva"] });
    expect(decide(first, plan(3, quota("JP", 1)))).toMatchObject({ because: "poolTaken" });
  });
  test("nothing is divided anew once the list is fixed", () => {
    expect(decide({ ...first, isFrozen: true }, plan(5))).toMatchObject({ because: "frozen" });
  });
  test("nobody moves up by itself when seats are not given on any more", () => {
    expect(decided({ ...first, movesUp: false }, plan(5)).promoted).toEqual([]);
  });
});

describe("a release", () => {
  const before = ledger(
    4,
    [quota("sat", 2)],
    [
      ["ana", "sat", "institution:sat", true],
      ["luis", "shcp", null, true],
      ["eva", "shcp", null, true],
      ["hugo", "shcp", null, false],
      ["rosa", "sat", "institution:sat", false],
    ],
  );
  const release: LedgerChange = { kind: "release", quota: asId<"quota">("institution:sat") };
  test("what is left goes to the pool, and who waits there stands before those who come", () => {
    const blocked = { ...before, people: before.people.map((one) => ({ ...one, canMoveUp: one.id !== "rosa" })) };
    const outcome = decided(blocked, release);
    expect(outcome.promoted).toEqual(["hugo"]);
    expect(outcome.regrouped).toEqual([
      { id: "ana", from: "institution:sat", to: null, ticket: 1 },
      { id: "rosa", from: "institution:sat", to: null, ticket: 6 },
    ]);
  });
  test("it comes once", () => {
    const outcome = decided(before, release);
    const again = ledger(4, outcome.quotas as WantedQuota[], []);
    expect(decide(again, release)).toMatchObject({ because: "gone" });
  });
});

test("whoever withdraws leaves the seat to the next of the same quota, never to another", () => {
  const before = ledger(
    2,
    [quota("sat", 1)],
    [
      ["ana", "sat", "institution:sat", true],
      ["luis", "shcp", null, true],
      ["hugo", "shcp", null, false],
      ["rosa", "sat", "institution:sat", false],
    ],
  );
  expect(nextAfter(before, asId<"enrolment">("ana"))).toBe("rosa");
  expect(nextAfter(before, asId<"enrolment">("luis"))).toBe("hugo");
  expect(nextAfter(before, asId<"enrolment">("rosa"))).toBeNull();
});

const institutions = ["sat", "shcp", "jica"];
const wanted = fc
  .uniqueArray(fc.constantFrom(...institutions, "MX", "JP"), { maxLength: 4 })
  .chain((keys) =>
    fc.tuple(...keys.map((key) => fc.integer({ min: 1, max: 4 }).map((seats) => quota(key, seats)))),
  ) as fc.Arbitrary<WantedQuota[]>;
const arrival = fc.record({
  institution: fc.constantFrom(...institutions),
  country: fc.constantFrom("MX", "JP"),
  canMoveUp: fc.boolean(),
});

/** A ledger that has come about by arrivals: nobody waits beside a free seat but who cannot have it. */
const arrived = fc
  .tuple(fc.integer({ min: 0, max: 6 }), wanted, fc.array(arrival, { maxLength: 14 }))
  .map(([pool, quotas, people]): Ledger => {
    const base = ledger(pool + quotas.reduce((sum, { seats }) => sum + seats, 0), quotas, []);
    const standing: Standing[] = [];
    for (const [place, { institution, ...one }] of people.entries()) {
      const sender = { institutionId: asId<"institution">(institution), country: one.country };
      const own = quotaOf(base.quotas, sender);
      const group = own?.id ?? null;
      const there = standing.filter((other) => other.group === group).length;
      const isSeated = there < (own?.seats ?? pool);
      standing.push({ ...sender, ...one, id: asId<"enrolment">(`p${place}`), group, isSeated, ticket: place + 1 });
    }
    return { ...base, people: standing, lastTicket: people.length };
  });

const change = (before: Ledger): fc.Arbitrary<LedgerChange> =>
  fc.oneof(
    fc.tuple(fc.integer({ min: 1, max: 24 }), wanted).map(([capacity, quotas]) => plan(capacity, ...quotas)),
    ...before.quotas.map(({ id }) => fc.constant<LedgerChange>({ kind: "release", quota: id })),
    ...before.people.map(({ id }) => fc.constant<LedgerChange>({ kind: "withdrawal", enrolment: id })),
  );

const cases = arrived.chain((before) => fc.tuple(fc.constant(before), change(before)));
const places = ({ quotas }: Decided): Place[] => [null, ...quotas.map(keyOf)];
const seatsOf = ({ capacity, quotas }: Decided, place: Place) =>
  place === null
    ? capacity - quotas.reduce((sum, { seats }) => sum + seats, 0)
    : (quotas.find((one) => keyOf(one) === place)?.seats ?? 0);

describe("whatever is changed", () => {
  const holds = (claim: (before: Ledger, after: Decided) => void) =>
    fc.assert(
      fc.property(cases, ([before, what]) => {
        const outcome = decide(before, what);
        if (!isRefusal(outcome)) claim(before, outcome);
      }),
      { numRuns: 2000 },
    );
  test("no group has more people in seats than seats", () =>
    holds((_, after) => {
      for (const place of places(after))
        expect(countersOf(after, place).seatsTaken).toBeLessThanOrEqual(seatsOf(after, place));
    }));
  test("whoever has a seat keeps it, but who withdraws", () =>
    holds((before, after) => {
      const seated = new Set(after.people.flatMap(({ id, isSeated }) => (isSeated ? [id] : [])));
      const lost = before.people.filter(({ id, isSeated }) => isSeated && !seated.has(id));
      const stays = new Set(after.people.map(({ id }) => id));
      expect(lost.filter(({ id }) => stays.has(id))).toEqual([]);
    }));
  test("no seat stays free beside somebody of its group who could have it", () =>
    holds((_, after) => {
      for (const place of places(after)) {
        const waiting = after.people.some((one) => one.group === place && !one.isSeated && one.canMoveUp);
        if (waiting) expect(countersOf(after, place).seatsTaken).toBe(seatsOf(after, place));
      }
    }));
  test("nobody gets a seat past somebody of the same group who stands before and could have it", () =>
    holds((_, after) => {
      const promoted = new Set(after.promoted);
      for (const one of after.people.filter(({ id }) => promoted.has(id)))
        for (const other of after.people)
          if (other.group === one.group && !other.isSeated && other.canMoveUp)
            expect(other.ticket).toBeGreaterThan(one.ticket);
    }));
  test("nobody who waits falls behind somebody who has come into their group later", () =>
    holds((before, after) => {
      const groupBefore = new Map(decideNothing(before).map(({ id, group }) => [id, group]));
      const stayed = after.people.filter(({ id, group, isSeated }) => !isSeated && groupBefore.get(id) === group);
      const came = after.people.filter(({ id, group, isSeated }) => !isSeated && groupBefore.get(id) !== group);
      for (const one of stayed)
        for (const other of came) if (other.group === one.group) expect(other.ticket).toBeGreaterThan(one.ticket);
    }));
  test("tickets stay apart", () =>
    holds((_, after) => {
      expect(new Set(after.people.map(({ ticket }) => ticket)).size).toBe(after.people.length);
    }));
});

/** The same ledger by places, as it is. */
const decideNothing = (before: Ledger) => {
  const keys = new Map(before.quotas.map((one) => [one.id as string, keyOf(one)]));
  return before.people.map((one) => ({ ...one, group: one.group === null ? null : (keys.get(one.group) ?? null) }));
};
