import fc from "fast-check";
import { expect, test } from "vitest";
import { isUnfailed, type Judgement, proposal } from "#app/nominations/selection/proposal.rules.ts";
import type { GroupSeats, SelectionCase } from "#app/nominations/selection/selection.rules.ts";
import { asId, type Id } from "#db/id.ts";

type Person = { country: string; score: number | null; group: string | null; rank: number; isUnfailed: boolean };

const person = fc.record<Person>({
  country: fc.constantFrom("MX", "JP", "PE"),
  score: fc.option(fc.integer({ min: 0, max: 100 })),
  group: fc.constantFrom(null, "q"),
  rank: fc.integer({ min: 1, max: 4 }),
  isUnfailed: fc.boolean(),
});
const quotaOf = (name: string | null) => (name === null ? null : asId<"quota">(name));

const caseOf = ({ country, group, rank }: Person, index: number): SelectionCase => ({
  ...{ id: asId<"nomination">(`n${String(index).padStart(2, "0")}`), state: "endorsed", group: quotaOf(group), rank },
  ...{ institutionId: asId<"institution">(country), country, sex: null, isFirstTimer: true, isEnrolled: false },
  ...{ decision: null, reserveOrder: null, eligibility: null },
});
const seatsOf = (group: string | null, capacity: number): GroupSeats => ({
  ...{ group: quotaOf(group), capacity, seatsTaken: 0, reserveCount: 0 },
});
const judgementsOf = (people: Person[]) =>
  new Map(
    people.flatMap(({ score, isUnfailed }, index): [Id<"nomination">, Judgement][] =>
      score === null ? [] : [[caseOf(people[index] as Person, index).id, { score, isUnfailed }]],
    ),
  );

test("countries take turns: a list of each, from which the best is taken in rounds", () => {
  const run = fc.property(fc.array(person, { maxLength: 12 }), fc.nat(6), fc.nat(100), (people, capacity, minimum) => {
    const candidates = people.map(caseOf);
    const groups = [seatsOf(null, capacity), seatsOf("q", capacity)];
    const proposed = proposal("roundRobin", groups, candidates, { judgements: judgementsOf(people), minimum });
    for (const group of [null, "q"]) {
      const fit = people
        .map((one, index) => ({ ...one, id: candidates[index]?.id as Id<"nomination">, score: one.score ?? -1 }))
        .filter((one) => one.group === group && one.score >= Math.max(0, minimum))
        .toSorted((a, b) => b.score - a.score || a.rank - b.rank || (a.id < b.id ? -1 : 1));
      const lists = [...Map.groupBy(fit, ({ country }) => country).values()];
      const order: string[] = [];
      for (let round = 0; round < fit.length; round++) {
        const heads = lists.flatMap((list) => list[round] ?? []);
        order.push(...heads.toSorted((a, b) => fit.indexOf(a) - fit.indexOf(b)).map(({ id }) => id));
      }
      const own = [...proposed].filter(([id]) =>
        candidates.some((one) => one.id === id && one.group === quotaOf(group)),
      );
      expect(own.map(([id]) => id)).toEqual(order);
      expect(own.map(([, decision]) => decision)).toEqual(
        order.map((_, place) => (place < capacity ? "selected" : "reserve")),
      );
    }
  });
  fc.assert(run);
});

test("who has failed a criterion is left out, and the others go by their score", () => {
  const people: Person[] = [
    { country: "MX", score: 90, group: null, rank: 1, isUnfailed: false },
    { country: "MX", score: 70, group: null, rank: 2, isUnfailed: true },
    { country: "JP", score: 80, group: null, rank: 1, isUnfailed: true },
    { country: "JP", score: null, group: null, rank: 2, isUnfailed: true },
  ];
  const judging = { judgements: judgementsOf(people), minimum: 95 };
  const proposed = proposal("noneFailed", [seatsOf(null, 1)], people.map(caseOf), judging);
  expect([...proposed]).toEqual([
    ["n02", "selected"],
    ["n01", "reserve"],
  ]);
});

test("a criterion is failed below a quarter of the scale, and half of them have to be strong", () => {
  expect(isUnfailed([1, 3, 3, 1], 4)).toBe(true);
  expect(isUnfailed([0.9, 4, 4, 4], 4)).toBe(false);
  expect(isUnfailed([3, 2.9, 2.9], 4)).toBe(false);
  expect(isUnfailed([], 4)).toBe(false);
});
