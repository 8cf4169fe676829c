import { describe, expect, test } from "vitest";
import {
  asItIs,
  type Decided,
  decideLedger,
  type LedgerChange,
  nextOf,
  type WantedQuota,
} from "#app/enrolment/quotas/ledger/ledger.rules.ts";
import { doubleIn, poolSeats, quotaOf } from "#app/nominations/quotas/rules.ts";
import { asId } from "#db/id.ts";
import { decided, ledger, plan, quota, sat, shcp } from "./ledgers.ts";

const groupsAfter = (outcome: Decided) => outcome.people.map(({ id, group, isSeated }) => [id, group, isSeated]);

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
    expect(decideLedger(first, plan(2))).toEqual({
      because: "belowConfirmed",
      quota: null,
      people: ["ana", "luis", "eva"],
    });
    expect(decideLedger(first, plan(3, quota("sat", 4)))).toMatchObject({ because: "overCapacity" });
    const split = ledger(
      3,
      [quota("sat", 2)],
      [
        ["ana", "sat", "institution:sat", true],
        ["eva", "sat", "institution:sat", true],
      ],
    );
    const small = decideLedger(split, plan(3, quota("JP", 1), quota("sat", 1)));
    expect(small).toEqual({ because: "belowTaken", quota: 1, people: ["ana", "eva"] });
    expect(decideLedger(first, plan(3, quota("JP", 1)))).toMatchObject({ because: "poolTaken" });
  });
  test("nothing is divided anew once the list is fixed", () => {
    expect(decideLedger({ ...first, isFrozen: true }, plan(5))).toMatchObject({ because: "frozen" });
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
    expect(decideLedger(again, release)).toMatchObject({ because: "gone" });
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
  const leaves = (name: string) => decided(before, { kind: "withdrawal", enrolment: asId<"enrolment">(name) }).promoted;
  expect(leaves("ana")).toEqual(["rosa"]);
  expect(leaves("luis")).toEqual(["hugo"]);
  expect(leaves("rosa")).toEqual([]);
  expect(nextOf(asItIs(before), "institution:sat")).toBe("rosa");
  expect(nextOf(asItIs(before), null)).toBe("hugo");
});
