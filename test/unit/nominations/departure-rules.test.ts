import fc from "fast-check";
import { expect, test } from "vitest";
import { departuresFrom, ruleUsed } from "#app/nominations/selection/departures.rules.ts";
import { proposal, proposalRules } from "#app/nominations/selection/proposal.rules.ts";
import type { SelectionDecision } from "#app/nominations/selection/selection.rules.ts";
import { asId } from "#db/id.ts";

const person = (rank: number, decision: SelectionDecision | null, rule: (typeof proposalRules)[number] | null) => ({
  ...{ id: asId<"nomination">(`n${rank}`), personId: asId<"person">(`p${rank}`), state: "endorsed" as const },
  ...{ institutionId: asId<"institution">("i"), homeInstitutionId: asId<"institution">("i"), rank, group: null },
  ...{ isEnrolled: false, isFirstTimer: true, country: "MX", sex: null, eligibility: "eligible" as const },
  ...{ decision, rule, because: null, reserveOrder: decision === "reserve" ? rank : null },
});
const groups = (capacity: number) => [{ group: null, capacity, seatsTaken: 0, reserveCount: 0 }];
const none = { judgements: new Map(), minimum: 0 };

test("what a rule proposes, taken as it is, departs from it nowhere", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 6 }), (seats, count) => {
      const undecided = Array.from({ length: count }, (_, index) => person(index + 1, null, null));
      const proposed = proposal("priority", groups(seats), undecided, none);
      const taken = undecided.map((one) => ({
        ...one,
        decision: proposed.get(one.id) ?? null,
        rule: "priority" as const,
      }));
      expect(departuresFrom("priority", groups(seats), taken, none)).toEqual([]);
    }),
  );
});

test("whoever stands elsewhere than a rule has them is named; who was left out and is not selected, is not", () => {
  const people = [person(1, "reserve", "priority"), person(2, "selected", "priority"), person(3, "notSelected", null)];
  expect(departuresFrom("priority", groups(1), people, none)).toEqual([
    { id: "n1", proposed: "selected", decision: "reserve" },
    { id: "n2", proposed: "reserve", decision: "selected" },
    { id: "n3", proposed: "reserve", decision: "notSelected" },
  ]);
  // nobody is judged: a rule that rests on reviews leaves all out
  expect(departuresFrom("noneFailed", groups(1), people, none).map(({ id }) => id)).toEqual(["n1", "n2"]);
});

test("the rule by which most were proposed counts; none where all were decided by hand", () => {
  expect(ruleUsed([person(1, "selected", null)])).toBeNull();
  expect(ruleUsed([person(1, "selected", "roundRobin"), person(2, "reserve", null)])).toBe("roundRobin");
  expect(ruleUsed(proposalRules.flatMap((rule, n) => [person(n, null, rule), person(9, null, "noneFailed")]))).toBe(
    "noneFailed",
  );
});
