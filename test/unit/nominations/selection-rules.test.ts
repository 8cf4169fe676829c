import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { proposal, proposalRules } from "#app/nominations/selection/proposal.rules.ts";
import {
  announcementProblems,
  balanceOf,
  decisions,
  draftProblem,
  effectsOf,
  type GroupSeats,
  inReserve,
  reorderedReserve,
  reserveRanks,
  type SelectionCase,
  withDecision,
} from "#app/nominations/selection/selection.rules.ts";
import { asId, type Id } from "#db/id.ts";

const sat = asId<"institution">("sat");
const group = (name: string | null) => (name === null ? null : asId<"quota">(name));

const candidate = (id: string, change: Partial<SelectionCase> = {}): SelectionCase => ({
  ...{ id: asId<"nomination">(id), state: "endorsed", group: null, rank: 1, institutionId: sat, country: "MX" },
  ...{ sex: null, isFirstTimer: true, isEnrolled: false, decision: null, reserveOrder: null, eligibility: null },
  ...change,
});
const seats = (capacity: number, name: string | null = null, change: Partial<GroupSeats> = {}): GroupSeats => ({
  ...{ group: group(name), capacity, seatsTaken: 0, reserveCount: 0 },
  ...change,
});
const now = { isNow: true, isCallOpen: false };
const ids = (people: readonly SelectionCase[]) => people.map(({ id }) => String(id));

describe("a draft", () => {
  test("gives a reason to whoever is not selected, and no seat to whoever is not eligible", () => {
    expect(draftProblem({ decision: "notSelected", eligibility: null, because: null })).toBe("because");
    expect(draftProblem({ decision: "notSelected", eligibility: null, because: "seats" })).toBe(null);
    expect(draftProblem({ decision: null, eligibility: "ineligible", because: null })).toBe("because");
    expect(draftProblem({ decision: "reserve", eligibility: "ineligible", because: "language" })).toBe("ineligible");
    expect(draftProblem({ decision: "selected", eligibility: "eligible", because: null })).toBe(null);
  });

  test("puts whoever comes into the reserve behind the others, and closes no gap by force", () => {
    const people = [
      candidate("a"),
      candidate("b", { rank: 2 }),
      candidate("c", { decision: "reserve", reserveOrder: 4 }),
    ];
    const after = withDecision(people, [people[1]?.id, people[0]?.id] as Id<"nomination">[], "reserve");
    expect(ids(inReserve(after))).toEqual(["c", "a", "b"]);
    expect([...reserveRanks(after).values()]).toEqual([1, 2, 3]);
    expect(withDecision(after, [people[2]?.id as Id<"nomination">], "selected")[2]).toMatchObject({
      reserveOrder: null,
    });
  });

  test("moves somebody past the next of their own group alone", () => {
    const wait = (id: string, own: string, order: number) =>
      candidate(id, { group: group(own), decision: "reserve", reserveOrder: order });
    const people = [wait("a", "q", 1), wait("x", "r", 2), wait("b", "q", 3)];
    expect(ids(reorderedReserve(people, asId("b"), "up") ?? [])).toEqual(["b", "x", "a"]);
    expect(reorderedReserve(people, asId("x"), "up")).toBe(null);
    expect(reorderedReserve(people, asId("a"), "up")).toBe(null);
  });
});

describe("an announcement", () => {
  test("waits until the call is over, everybody is decided on and the seats are there", () => {
    const people = [
      candidate("a", { decision: "selected" }),
      candidate("b", { decision: "selected", isEnrolled: true }),
      candidate("c"),
    ];
    const said = (change = {}) =>
      announcementProblems({ groups: [seats(1)], candidates: people, ...now, ...change }).map(({ because }) => because);
    expect(said()).toEqual(["undecided", "enrolled", "over"]);
    expect(said({ isCallOpen: true })).toEqual(["callOpen"]);
    expect(said({ isNow: false })).toEqual(["notNow"]);
    expect(said({ candidates: [candidate("a", { state: "selected" })] })).toEqual(["nobody"]);
  });

  test("leaves no free seat beside the reserve, and gives none that somebody waits for already", () => {
    const people = [candidate("a", { decision: "selected" }), candidate("b", { decision: "reserve", reserveOrder: 1 })];
    const said = (own: GroupSeats) =>
      announcementProblems({ groups: [own], candidates: people, ...now }).map(({ because }) => because);
    expect(said(seats(2))).toEqual(["seatsLeft"]);
    expect(said(seats(1))).toEqual([]);
    expect(said(seats(2, null, { reserveCount: 1 }))).toEqual([]);
    expect(said(seats(1, null, { reserveCount: 1 }))).toEqual(["over"]);
  });
});

const names = ["p", "q", null];
const people = fc
  .array(
    fc.record({
      group: fc.constantFrom(...names),
      rank: fc.integer({ min: 1, max: 4 }),
      decision: fc.constantFrom(null, ...decisions),
      eligibility: fc.constantFrom(null, "eligible" as const, "ineligible" as const),
      state: fc.constantFrom("endorsed" as const, "endorsed" as const, "selected" as const),
      sex: fc.constantFrom(null, "female" as const, "male" as const),
      isEnrolled: fc.boolean(),
    }),
    { maxLength: 14 },
  )
  .map((some) =>
    some.map((one, index) =>
      candidate(`n${index}`, {
        ...one,
        group: group(one.group),
        reserveOrder: one.decision === "reserve" ? 20 - index : null,
      }),
    ),
  );
const someSeats = fc.tuple(
  ...names.map((name) =>
    fc
      .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2 }))
      .map(([capacity, taken, reserveCount]) =>
        seats(capacity, name, { seatsTaken: Math.min(capacity, taken), reserveCount }),
      ),
  ),
);

describe("whatever is drafted", () => {
  test("an announcement that nothing speaks against sells no seat twice and keeps the order of the reserve", () => {
    fc.assert(
      fc.property(people, someSeats, (candidates, groups) => {
        fc.pre(announcementProblems({ groups, candidates, ...now }).length === 0);
        for (const { capacity, seatsTaken, reserveCount, selected, reserves, left } of effectsOf(groups, candidates)) {
          if (selected) expect(seatsTaken + selected + reserveCount).toBeLessThanOrEqual(capacity);
          if (reserves) expect(left).toBe(0);
        }
        const open = candidates.filter(({ state }) => state === "endorsed");
        expect(open.every(({ decision }) => decision !== null)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("ranks in the reserve go from one on without gaps in each group", () => {
    fc.assert(
      fc.property(people, (candidates) => {
        const ranks = reserveRanks(candidates);
        for (const name of names) {
          const own = inReserve(candidates).filter((one) => one.group === group(name));
          expect(own.map(({ id }) => ranks.get(id))).toEqual(own.map((_, index) => index + 1));
        }
      }),
    );
  });

  test("a decision changes those who are chosen, and nobody else", () => {
    fc.assert(
      fc.property(people, fc.constantFrom(null, ...decisions), (candidates, decision) => {
        const chosen = candidates.filter((_, index) => index % 2).map(({ id }) => id);
        const after = withDecision(candidates, chosen, decision);
        for (const [index, one] of candidates.entries()) {
          if (!chosen.includes(one.id)) expect(after[index]).toEqual(one);
          else
            expect([after[index]?.decision, after[index]?.reserveOrder !== null]).toEqual([
              decision,
              decision === "reserve",
            ]);
        }
      }),
    );
  });

  test("a proposal fills free seats in its order, and nobody else's mind is changed by it", () => {
    const judging = { judgements: new Map(), minimum: 0 };
    fc.assert(
      fc.property(people, someSeats, (candidates, groups) => {
        const proposed = proposal("priority", groups, candidates, judging);
        // nobody is reviewed: the other rules have nothing to say
        for (const rule of proposalRules.slice(1))
          expect(proposal(rule, groups, candidates, judging)).toEqual(new Map());
        const before = effectsOf(groups, candidates);
        let after: readonly SelectionCase[] = candidates;
        for (const decision of ["selected", "reserve"] as const)
          after = withDecision(
            after,
            [...proposed].filter(([, own]) => own === decision).map(([id]) => id),
            decision,
          );
        for (const one of candidates)
          if (proposed.has(one.id))
            expect([one.decision, one.state, one.eligibility === "ineligible"]).toEqual([null, "endorsed", false]);
        for (const [index, { left, selected }] of effectsOf(groups, after).entries()) {
          const former = before[index];
          if (selected > (former?.selected ?? 0)) expect(left).toBeGreaterThanOrEqual(0);
        }
        const rankOf = new Map(candidates.map(({ id, rank }) => [id, rank]));
        const ranks = (name: string | null, decision: string) =>
          [...proposed].flatMap(([id, own]) =>
            own === decision && candidates.some((one) => one.id === id && one.group === group(name))
              ? [rankOf.get(id) ?? 0]
              : [],
          );
        for (const name of names)
          expect(Math.max(0, ...ranks(name, "selected"))).toBeLessThanOrEqual(Math.min(99, ...ranks(name, "reserve")));
      }),
    );
  });

  test("a balance counts each once", () => {
    fc.assert(
      fc.property(people, (candidates) => {
        const balance = balanceOf(candidates);
        expect(balance.byCountry.reduce((sum, { count }) => sum + count, 0)).toBe(candidates.length);
        expect(balance.women).toBeLessThanOrEqual(balance.knownSex);
      }),
    );
  });
});
