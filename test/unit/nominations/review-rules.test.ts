import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planForm, readCriteria } from "#app/nominations/review/criteria/form.ts";
import { standardValues } from "#app/nominations/review/criteria/plan-form-values.ts";
import { readMarks } from "#app/nominations/review/own/marking.rules.ts";
import { reviewerRefusal } from "#app/nominations/review/reviewers/reviewers.rules.ts";
import {
  areMarksOpen,
  type Criterion,
  differenceOf,
  type Judge,
  type Judged,
  judgeStanding,
  mayTakeBack,
  meanOf,
  missingReviewers,
  needsThird,
  percentOfScore,
  placesOf,
  recusedByRule,
  reviewStates,
  type Score,
  scoreOf,
} from "#app/nominations/review/rules.ts";
import { asId } from "#db/id.ts";

const id = (index: number) => asId<"reviewCriterion">(`c${index}`);
const criteria = (weights: (number | null)[]): Criterion[] =>
  weights.map((weight, index) => ({ id: id(index), weight }));
const marked = (marks: number[]) => new Map(marks.map((mark, index) => [id(index), mark]));

/** Weights that add up to 100. */
const weights = fc
  .uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 6 })
  .map((cuts) => [...cuts.toSorted((a, b) => a - b), 100].map((cut, index, all) => cut - (all[index - 1] ?? 0)));
const scale = fc.integer({ min: 2, max: 10 });
const states = fc.array(fc.constantFrom(...reviewStates), { maxLength: 5 });
const score = (points: number): Score => ({ points, of: 400 });
const scores = fc.array(fc.integer({ min: 0, max: 400 }).map(score), { minLength: 1, maxLength: 5 });

describe("a score", () => {
  test("is that of the standard set, as it is written down", () => {
    const set = criteria([null, 30, 25, 15, 15, 15]);
    const marks = marked([1, 4, 2, 3, 4, 0]);
    const own = scoreOf(set, 4, marks);
    expect(own && percentOfScore(own)).toBe((30 * 4 + 25 * 2 + 15 * 3 + 15 * 4) / 4);
    expect(scoreOf(set, 4, marked([1, 4, 2, 3, 4]))).toBeNull();
    expect(scoreOf(criteria([null]), 4, marked([1]))).toBeNull();
  });

  test("goes from 0 to 100, and never falls where a mark rises", () => {
    fc.assert(
      fc.property(weights, scale, fc.infiniteStream(fc.nat(10)), (parts, top, stream) => {
        const marks = parts.map(() => Math.min(top, stream.next().value as number));
        const own = scoreOf(criteria(parts), top, marked(marks)) as Score;
        expect(percentOfScore(own)).toBeGreaterThanOrEqual(0);
        expect(percentOfScore(own)).toBeLessThanOrEqual(100);
        const raised = marks.map((mark, index) => (index === 0 ? Math.min(top, mark + 1) : mark));
        const better = scoreOf(criteria(parts), top, marked(raised)) as Score;
        expect(better.points).toBeGreaterThanOrEqual(own.points);
        const best = scoreOf(criteria(parts), top, marked(parts.map(() => top))) as Score;
        expect(percentOfScore(best)).toBe(100);
      }),
    );
  });

  test("the mean lies between the lowest and the highest, whoever is missing", () => {
    fc.assert(
      fc.property(scores, (all) => {
        const mean = percentOfScore(meanOf(all) as Score);
        const each = all.map(percentOfScore);
        expect(mean).toBeGreaterThanOrEqual(Math.min(...each) - 1e-9);
        expect(mean).toBeLessThanOrEqual(Math.max(...each) + 1e-9);
        expect(differenceOf(all)).toBeCloseTo(Math.max(...each) - Math.min(...each));
      }),
    );
    expect(meanOf([])).toBeNull();
  });
});

describe("marks are open", () => {
  /** All of up to four reviewers, each in every state. */
  const every = (length: number): (typeof reviewStates)[number][][] =>
    length === 0 ? [[]] : every(length - 1).flatMap((rest) => reviewStates.map((state) => [...rest, state]));

  test("once two at least judge, and all who do have sent theirs", () => {
    for (const length of [0, 1, 2, 3, 4])
      for (const all of every(length)) {
        const active = all.filter((state) => state !== "recused");
        const reviews = all.map((state) => ({ state }));
        const isOpen = active.length >= 2 && !active.includes("asked") && !active.includes("draft");
        expect([all, areMarksOpen(reviews)]).toEqual([all, isOpen]);
        expect(missingReviewers(reviews)).toBe(Math.max(0, 2 - active.length));
        for (const own of reviews) expect(mayTakeBack(own, reviews)).toBe(own.state === "sent" && !isOpen);
      }
  });

  test("and stay so, whoever is asked later; nobody takes back what others have seen", () => {
    for (const length of [1, 2, 3])
      for (const all of every(length)) {
        const reviews = all.map((state, place) => ({ state, isOpened: place === 0 }));
        expect(areMarksOpen(reviews)).toBe(true);
        for (const own of reviews) expect(mayTakeBack(own, reviews)).toBe(false);
      }
  });

  test("nobody is asked as a third where marks are hidden, where three judge, or where two agree", () => {
    fc.assert(
      fc.property(states, scores, fc.integer({ min: 1, max: 100 }), (all, own, most) => {
        const reviews = all.map((state) => ({ state }));
        const active = all.filter((state) => state !== "recused").length;
        const points = own.map((one) => one.points);
        const isApart = own.length > 1 && (Math.max(...points) - Math.min(...points)) * 100 > most * 400;
        expect(needsThird(reviews, own, most)).toBe(areMarksOpen(reviews) && active === 2 && isApart);
      }),
    );
  });

  test("a difference that is just allowed asks nobody", () => {
    const two = [{ state: "sent" }, { state: "sent" }] as const;
    expect(needsThird(two, [score(240), score(320)], 20)).toBe(false);
    expect(needsThird(two, [score(240), score(321)], 20)).toBe(true);
  });
});

describe("places", () => {
  test("are shared by equals, and count who is better", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 3 })), { maxLength: 8 }), (list) => {
        // the same mean of one reviewer or of three
        const means = new Map(list.map(([mark, count], index) => [index, { points: mark * count, of: 5 * count }]));
        const places = placesOf(means);
        list.forEach(([mark], index) => {
          expect(places.get(index)).toBe(1 + list.filter(([other]) => other > mark).length);
        });
      }),
    );
  });
});

describe("who judges whom", () => {
  const judge = (facts: Partial<Judge> = {}): Judge => ({
    ...{ id: asId("r"), personId: asId("p1"), institutionId: asId("i1"), isForAll: true },
    ...facts,
  });
  const judged = (facts: Partial<Judged> = {}): Judged => ({
    ...{ id: asId("n"), personId: asId("p2"), homeInstitutionId: asId("i2"), institutionId: asId("i2") },
    ...facts,
  });

  test("nobody judges themselves, where they work, or whom their institution has sent", () => {
    expect(recusedByRule(judge(), judged())).toBeNull();
    expect(recusedByRule(judge(), judged({ personId: asId("p1") }))).toBe("same");
    expect(recusedByRule(judge(), judged({ homeInstitutionId: asId("i1") }))).toBe("institution");
    expect(recusedByRule(judge(), judged({ institutionId: asId("i1") }))).toBe("institution");
    expect(recusedByRule(judge({ institutionId: null }), judged({ homeInstitutionId: null }))).toBeNull();
  });

  test("by what is kept, by a rule, or because they judge everybody", () => {
    const kept = (state: "asked" | "draft" | "sent") => ({ state, recusedBecause: null });
    const own = judged({ institutionId: asId("i1") });
    expect(judgeStanding(judge({ isForAll: false }), judged(), undefined)).toBeNull();
    expect(judgeStanding(judge({ isForAll: false }), judged(), kept("asked"))?.state).toBe("asked");
    expect(judgeStanding(judge(), judged(), undefined)?.state).toBe("asked");
    expect(judgeStanding(judge(), own, kept("draft"))?.because).toBe("institution");
    // it was no conflict when they sent it
    expect(judgeStanding(judge(), own, kept("sent"))?.state).toBe("sent");
    const recused = { state: "recused", recusedBecause: "self" } as const;
    expect(judgeStanding(judge(), judged(), recused)).toMatchObject({ state: "recused", because: "self" });
  });

  test("whoever is named for all once marks were shown is not asked about these, but by name", () => {
    const kept = { state: "asked", recusedBecause: null } as const;
    expect(judgeStanding(judge(), judged(), undefined, true)).toBeNull();
    expect(judgeStanding(judge(), judged(), kept, true)?.state).toBe("asked");
    // what a rule says, is said all the same
    expect(judgeStanding(judge(), judged({ institutionId: asId("i1") }), undefined, true)?.state).toBe("recused");
  });

  test("whoever nominates never judges, whatever else they are", () => {
    expect(reviewerRefusal(null)).toBe("unknown");
    expect(reviewerRefusal({ roles: ["coordinator", "focalPoint"] })).toBe("focalPoint");
    expect(reviewerRefusal({ roles: ["official"] })).toBe("role");
    for (const role of ["administrator", "coordinator", "manager", "instructor"] as const)
      expect(reviewerRefusal({ roles: ["official", role] })).toBeNull();
  });
});

describe("what is typed", () => {
  test("the standard set is a form in good order, and its weights add up", () => {
    const parsed = planForm.safeParse(standardValues());
    expect(parsed.success).toBe(true);
    const { criteria: typed } = readCriteria(standardValues());
    expect(typed.map(({ weight }) => weight)).toEqual([null, null, null, 30, 25, 15, 15, 15]);
    for (const { name, lowest, highest, weight } of typed)
      for (const locale of ["es", "ja", "en"] as const)
        expect([name[locale], weight === null || lowest[locale], weight === null || highest[locale]]).not.toContain("");
  });

  test("weights that do not add up, and a criterion without a name, are said where they stand", () => {
    const wrong = (change: Record<string, string>) => readCriteria({ ...standardValues(), ...change }).wrong;
    expect(wrong({ "criterion.1.weight": "31" })).toEqual({ "criterion.1.weight": "review:form.sum" });
    expect(wrong({ "criterion.1.weight": "３０" })).toEqual({});
    expect(wrong({ "criterion.2.weight": "dos" })).toEqual({ "criterion.2.weight": "review:form.weight" });
    const nameless = { "check.2.name.es": "", "check.2.name.ja": "", "check.2.name.en": "" };
    expect(readCriteria({ ...standardValues(), ...nameless }).criteria).toHaveLength(7);
    expect(wrong({ "criterion.6.weight": "5" })).toEqual({ "criterion.6.name.es": "review:form.name" });
  });

  test("marks are whole where they are sent, and within the scale", () => {
    const plan = { criteria: criteria([null, 60, 40]), scale: 4 };
    const typed = [
      { row: 1, mark: "1", note: "" },
      { row: 2, mark: "4", note: "Sí" },
    ];
    expect(readMarks(plan, typed, false)).toEqual({
      marks: [
        { criterionId: id(0), mark: 1, note: "" },
        { criterionId: id(1), mark: 4, note: "Sí" },
      ],
      wrong: [],
    });
    expect(readMarks(plan, typed, true).wrong).toEqual([3]);
    expect(readMarks(plan, [{ row: 1, mark: "2", note: "" }], false).wrong).toEqual([1]);
    expect(readMarks(plan, [{ row: 2, mark: "5", note: "" }], false).wrong).toEqual([2]);
  });
});
