import fc from "fast-check";
import { expect, test } from "vitest";
import { attendanceRate } from "#app/attendance/measures.rules.ts";
import { byInstitution, type OriginFigures, periodOf, ranked, yearsOf } from "#app/progress/rules.ts";
import { statesOf, sumOf, workshopGroups } from "#app/statistics/rules.ts";
import { paging } from "#app/web/paging.ts";
import { states } from "#app/workshops/rules.ts";
import { id } from "#test/support/ids.ts";

const figures = { enrolled: 3, attending: 2, certified: 1, marked: 2, reserve: 1, attended: 4, counted: 5 };
const row = (institution: string | null, more: Partial<OriginFigures> = {}): OriginFigures => ({
  ...figures,
  country: "MX",
  institution,
  institutionId: institution === null ? null : id("institution", `id-${institution}`),
  ...more,
});

test("every state but cancelled belongs to exactly one group of workshops", () => {
  const grouped = workshopGroups.flatMap((group) => statesOf[group]);
  expect([...grouped, "cancelled"].sort()).toEqual([...states].sort());
});

test("there is no rate where nothing has been marked", () => {
  expect(attendanceRate({ attended: 0, counted: 0 })).toBeNull();
  expect(attendanceRate({ attended: 0, counted: 4 })).toBe(0);
  expect(attendanceRate({ attended: 3, counted: 4 })).toBe(0.75);
});

test("a sum does not depend on how its rows are cut", () => {
  const count = fc.nat(1000);
  const some = fc.array(
    fc.record({
      enrolled: count,
      attending: count,
      certified: count,
      marked: count,
      reserve: count,
      attended: count,
      counted: count,
    }),
  );
  fc.assert(
    fc.property(some, some, (left, right) => {
      expect(sumOf([...left, ...right])).toEqual(sumOf([sumOf(left), sumOf(right)]));
    }),
  );
  expect(sumOf([])).toEqual({
    enrolled: 0,
    attending: 0,
    certified: 0,
    marked: 0,
    reserve: 0,
    attended: 0,
    counted: 0,
  });
});

test("an institution is one row, whatever the countries of its people", () => {
  const rows = byInstitution([row("JICA"), row("JICA", { country: "JP" }), row(null)]);
  expect(rows.map(({ institution, enrolled, counted }) => [institution, enrolled, counted])).toEqual([
    ["JICA", 6, 10],
    [null, 3, 5],
  ]);
});

test("the ranking leaves out who has no marks, then those with the fewest", () => {
  const rows = [
    { name: "few", attended: 1, counted: 1 },
    { name: "low", attended: 1, counted: 10 },
    { name: "none", attended: 0, counted: 0 },
    { name: "high", attended: 9, counted: 10 },
  ];
  expect(ranked(rows, 2).map(({ name, rate }) => [name, rate])).toEqual([
    ["high", 0.9],
    ["low", 0.1],
  ]);
  expect(ranked(rows, 9).map(({ name }) => name)).toEqual(["few", "high", "low"]);
});

test.each([
  ["2026", { from: "2026-01-01", until: "2027-01-01" }],
  ["fy2026", { from: "2026-04-01", until: "2027-04-01" }],
  ["fy2099", { from: "2099-04-01", until: "2100-04-01" }],
  ["", null],
  ["26", null],
  ["FY2026", null],
  ["2026 ", null],
  ["２０２６", null],
  ["1e309", null],
])("the year %j is %j", (year, period) => {
  expect(periodOf(year)).toEqual(period);
});

test("January to March belong to Japan's fiscal year of the year before", () => {
  expect(yearsOf(["2026-03", "2026-04", "2025-11", "2026-03"])).toEqual({
    calendar: [2026, 2025],
    fiscal: [2026, 2025],
  });
  expect(yearsOf([])).toEqual({ calendar: [], fiscal: [] });
});

test("every month lies in the period of the years it is offered under", () => {
  const month = fc.tuple(fc.integer({ min: 1990, max: 2098 }), fc.integer({ min: 1, max: 12 }));
  fc.assert(
    fc.property(month, ([year, number]) => {
      const day = `${year}-${String(number).padStart(2, "0")}-15`;
      const { calendar, fiscal } = yearsOf([day.slice(0, 7)]);
      for (const period of [periodOf(String(calendar[0])), periodOf(`fy${fiscal[0]}`)]) {
        expect(period && period.from <= day && day < period.until).toBe(true);
      }
    }),
  );
});

test("a list has at least one page, and a page beyond the end is the last", () => {
  expect(paging(0, 50, 7)).toEqual({ page: 1, pages: 1 });
  expect(paging(50, 50, 1)).toEqual({ page: 1, pages: 1 });
  expect(paging(51, 50, 2)).toEqual({ page: 2, pages: 2 });
  expect(paging(51, 50, 99_999)).toEqual({ page: 2, pages: 2 });
});
