import fc from "fast-check";
import { expect, test } from "vitest";
import { newIndicatorForm } from "#app/programmes/indicators/form.ts";
import { advanceOn, type Course, expectedOn, partsAgreedAnew, targetOn } from "#app/programmes/indicators/rules.ts";
import { fiscalYearOf, fiscalYearsOf } from "#app/statistics/indicators/fiscal-years.rules.ts";
import { personHoursOf, womenShareOf } from "#app/statistics/indicators/measured.rules.ts";
import { type LocalDate, plusLocalDays } from "#app/time/wall-time.ts";
import { indicatorFields } from "#test/support/programmes.ts";

const course: Course = {
  startsOn: "2026-04-01",
  baseline: 0,
  targets: [
    { dueOn: "2027-04-01", value: 6_000 },
    { dueOn: "2028-03-31", value: 18_000 },
  ],
};
/** The lower, the better. */
const falling: Course = { startsOn: "2026-04-01", baseline: 4_000, targets: [{ dueOn: "2027-04-01", value: 1_000 }] };

test("the target that counts is the next one due, and afterwards the last", () => {
  expect(targetOn(course, "2026-12-01")?.value).toBe(6_000);
  expect(targetOn(course, "2027-04-01")?.value).toBe(6_000);
  expect(targetOn(course, "2027-04-02")?.value).toBe(18_000);
  expect(targetOn(course, "2030-01-01")?.value).toBe(18_000);
  expect(targetOn({ targets: [] }, "2030-01-01")).toBeNull();
});

test("an even pace leads from target to target", () => {
  expect(expectedOn(course, "2025-01-01")).toBe(0);
  expect(expectedOn(course, "2026-10-01")).toBeCloseTo((6_000 * 183) / 365);
  expect(expectedOn(course, "2027-04-01")).toBe(6_000);
  expect(expectedOn(course, "2031-01-01")).toBe(18_000);
});

test.each([
  ["half of the way in half of the time", course, 3_000, "2026-10-01", "onCourse"],
  ["a tenth less than an even pace", course, 2_500, "2026-10-01", "onCourse"],
  ["far less", course, 600, "2026-10-01", "behind"],
  ["all of it", course, 6_000, "2026-10-01", "reached"],
  ["more than all of it", course, 9_000, "2026-10-01", "reached"],
  ["nothing known", course, null, "2026-10-01", "unknown"],
  ["from above", falling, 2_400, "2026-10-01", "onCourse"],
  ["from above, reached", falling, 900, "2026-10-01", "reached"],
  ["from above, the wrong way", falling, 5_000, "2026-10-01", "behind"],
  ["without a target", { ...course, targets: [] }, 900, "2026-10-01", "noTarget"],
] as const)("%s", (_, one, value, day, standing) => {
  expect(advanceOn(one, value, day).standing).toBe(standing);
});

test("a target that is the baseline is kept or missed", () => {
  const kept: Course = { startsOn: "2026-04-01", baseline: 500, targets: [{ dueOn: "2027-04-01", value: 500 }] };
  expect(advanceOn(kept, 500, "2026-10-01")).toMatchObject({ done: 1, standing: "reached" });
  expect(advanceOn(kept, 499, "2026-10-01")).toMatchObject({ done: 0 });
});

test("shares stay between nothing and all, and time never runs backwards towards one target", () => {
  const values = fc.integer({ min: -100_000, max: 100_000 });
  const days = fc.integer({ min: -400, max: 1_500 });
  fc.assert(
    fc.property(
      values,
      values,
      fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), values)),
      days,
      (from, now, to, day) => {
        const targets = [...new Map(to.map(([after, value]) => [after, value]))]
          .sort(([a], [b]) => a - b)
          .map(([after, value]) => ({ dueOn: plusLocalDays("2026-04-01", after), value }));
        const today: LocalDate = plusLocalDays("2026-04-01", day);
        const { done, elapsed, target } = advanceOn({ startsOn: "2026-04-01", baseline: from, targets }, now, today);
        for (const share of [done, elapsed])
          if (target) {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1);
          }
        // once its last day is over, all of the time has passed
        if (target && today >= target.dueOn && target.value !== from) expect(elapsed).toBe(1);
      },
    ),
  );
});

test("a form is read in whole hundredths, its targets in the order of their days", () => {
  const input = newIndicatorForm.parse({
    ...{ ...indicatorFields, code: "r1.1", baseline: "1,000.25" },
    ...{ "target.1.dueOn": "2028-03-31", "target.2.dueOn": "2027-03-31", "target.2.value": "60" },
  });
  expect(input).toMatchObject({
    code: "R1.1",
    baseline: 100_025,
    targets: [
      { dueOn: "2027-03-31", value: 6_000 },
      { dueOn: "2028-03-31", value: 12_000 },
    ],
  });
});

test.each([
  [{ code: "new" }, "code"],
  [{ code: "ñ" }, "code"],
  [{ baseline: "" }, "baseline"],
  [{ baseline: "mucho" }, "baseline"],
  [{ "name.es": "" }, "name.es"],
  [{ "target.1.value": "" }, "target.1.value"],
  [{ "target.1.dueOn": "" }, "target.1.dueOn"],
  [{ "target.1.dueOn": "0207-03-31" }, "target.1.dueOn"],
  [{ "target.2.dueOn": "2027-03-31", "target.2.value": "1" }, "target.2.dueOn"],
  [{ level: "" }, "level"],
])("%j is said at its field", (fields, field) => {
  const result = newIndicatorForm.safeParse({ ...indicatorFields, ...fields });
  expect(result.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
});

test("a version says what it has changed", () => {
  expect(partsAgreedAnew({ code: "R1", targets: [1] }, { code: "R1", targets: [2], baseline: 3 })).toEqual([
    "baseline",
    "targets",
  ]);
});

test("both countries' fiscal years of a programme", () => {
  expect(fiscalYearOf("MX", "2027-01-01")).toMatchObject({ year: 2027, from: "2027-01-01", to: "2027-12-31" });
  expect(fiscalYearOf("JP", "2027-03-31")).toMatchObject({ year: 2026, from: "2026-04-01", to: "2027-03-31" });
  expect(fiscalYearsOf("MX", "2025-04-01", "2028-03-31").map(({ year }) => year)).toEqual([2025, 2026, 2027, 2028]);
  expect(fiscalYearsOf("JP", "2025-04-01", "2028-03-31").map(({ year }) => year)).toEqual([2025, 2026, 2027]);
});

test("hours are those of everybody who came", () => {
  const session = { startsAt: "2026-11-23T15:00:00.000Z", endsAt: "2026-11-23T16:30:00.000Z" } as const;
  expect(personHoursOf([{ ...session, people: 3 }])).toBe(450);
  expect(personHoursOf([])).toBe(0);
});

test("of few people no share is told", () => {
  expect(womenShareOf([{ sex: "female", people: 4 }])).toBeNull();
  expect(
    womenShareOf([
      { sex: "female", people: 2 },
      { sex: "male", people: 3 },
      { sex: null, people: 9 },
    ]),
  ).toBe(4_000);
});
