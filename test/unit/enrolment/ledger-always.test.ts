import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  countersOf,
  type Decided,
  decideLedger,
  isLedgerRefusal,
  type Ledger,
  type LedgerChange,
  type SeatPlace,
  type SeatStanding,
  type WantedQuota,
} from "#app/enrolment/quotas/ledger/ledger.rules.ts";
import { quotaKey, quotaOf } from "#app/nominations/quotas/rules.ts";
import { asId } from "#db/id.ts";
import { ledger, plan, quota } from "./ledgers.ts";

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
    const standing: SeatStanding[] = [];
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
const places = ({ quotas }: Decided): SeatPlace[] => [null, ...quotas.map(quotaKey)];
const seatsOf = ({ capacity, quotas }: Decided, place: SeatPlace) =>
  place === null
    ? capacity - quotas.reduce((sum, { seats }) => sum + seats, 0)
    : (quotas.find((one) => quotaKey(one) === place)?.seats ?? 0);

describe("whatever is changed", () => {
  const holds = (claim: (before: Ledger, after: Decided) => void) =>
    fc.assert(
      fc.property(cases, ([before, what]) => {
        const outcome = decideLedger(before, what);
        if (!isLedgerRefusal(outcome)) claim(before, outcome);
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
  const keys = new Map(before.quotas.map((one) => [one.id as string, quotaKey(one)]));
  return before.people.map((one) => ({ ...one, group: one.group === null ? null : (keys.get(one.group) ?? null) }));
};
