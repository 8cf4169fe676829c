import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LocalDate, plusLocalDays } from "#app/time/wall-time.ts";
import { barsOf } from "#app/workshops/calendar/bars.rules.ts";
import { listDaysOff } from "#app/workshops/calendar/days-off.rules.ts";
import {
  daysIn,
  fiscalYearEdges,
  monthsIn,
  neighbourOf,
  periodAround,
  periodHolding,
  periodKinds,
  periodNamed,
  weeksShowing,
} from "#app/workshops/calendar/period.rules.ts";

const named = (name: string) => periodNamed(name) ?? expect.fail(`${name} names no period`);
const kinds = fc.constantFrom(...periodKinds);
/** Days from 2002 to 2097. */
const days = fc.integer({ min: 0, max: 96 * 365 }).map((plus) => plusLocalDays("2002-01-01", plus));

describe("periods", () => {
  test.each([
    ["2026-11", "month", "2026-11-01", "2026-11-30"],
    ["2028-02", "month", "2028-02-01", "2028-02-29"],
    ["2026-Q4", "quarter", "2026-10-01", "2026-12-31"],
    ["2027-Q1", "quarter", "2027-01-01", "2027-03-31"],
    ["2026", "year", "2026-01-01", "2026-12-31"],
    ["fy2026", "fiscalYear", "2026-04-01", "2027-03-31"],
  ])("%s is a %s from %s to %s", (name, kind, from, to) => {
    expect(periodNamed(name)).toEqual({ name, kind, from, to });
  });

  test.each([
    "",
    "2026-13",
    "2026-00",
    "2026-1",
    "2026-Q5",
    "1999",
    "fy2026-01",
    "fy2026-Q1",
    "26",
    "２０２６",
    "2026 ",
  ])("%j names none", (name) => {
    expect(periodNamed(name)).toBeNull();
  });

  test("hold their day, have their name, and meet their neighbours without a gap", () => {
    fc.assert(
      fc.property(kinds, days, (kind, day) => {
        const period = periodHolding(kind, day);
        expect(period.from <= day && day <= period.to).toBe(true);
        expect(periodNamed(period.name)).toEqual(period);
        const [before, after] = [neighbourOf(period, "before"), neighbourOf(period, "after")];
        expect(before && plusLocalDays(before.to, 1)).toBe(period.from);
        expect(after && plusLocalDays(period.to, 1)).toBe(after?.from);
        expect(after && neighbourOf(after, "before")).toEqual(period);
        const months = monthsIn(period);
        expect(months).toHaveLength({ month: 1, quarter: 3, year: 12, fiscalYear: 12 }[kind]);
        expect(months[0]).toBe(period.from);
      }),
    );
  });

  test("end somewhere", () => {
    expect(neighbourOf(named("2000"), "before")).toBeNull();
    expect(neighbourOf(named("2099-12"), "after")).toBeNull();
  });

  test("of another kind show today where it was in sight, and else the same beginning", () => {
    expect(periodAround("month", named("2026"), "2026-11-27").name).toBe("2026-11");
    expect(periodAround("month", named("2027"), "2026-11-27").name).toBe("2027-01");
    expect(periodAround("fiscalYear", named("2027-02"), "2026-11-27").name).toBe("fy2026");
  });

  test("have the edges of both fiscal years", () => {
    const edges = (name: string) => fiscalYearEdges(named(name)).map(({ on, country }) => `${country} ${on}`);
    expect(edges("2026")).toEqual(["MX 2026-01-01", "JP 2026-04-01"]);
    expect(edges("fy2026")).toEqual(["JP 2026-04-01", "MX 2027-01-01"]);
    expect(edges("2026-Q3")).toEqual([]);
  });

  test("of a month are whole weeks from Monday to Sunday that hold each of its days once", () => {
    fc.assert(
      fc.property(days, (day) => {
        const month = periodHolding("month", day);
        const weeks = weeksShowing(month);
        const shown = weeks.flat();
        expect(weeks.every((week) => week.length === 7)).toBe(true);
        expect(shown.filter((each) => each >= month.from && each <= month.to)).toHaveLength(daysIn(month));
        expect(new Set(shown).size).toBe(shown.length);
        expect(new Date(`${shown[0]}T00:00:00Z`).getUTCDay()).toBe(1);
      }),
    );
  });
});

describe("bars", () => {
  const period = named("2026-Q4");
  const item = fc
    .record({ from: fc.integer({ min: -40, max: 91 }), length: fc.integer({ min: 1, max: 60 }) })
    .filter(({ from, length }) => from + length > 0)
    .map(({ from, length }) => ({
      startsOn: plusLocalDays(period.from, from),
      endsOn: plusLocalDays(period.from, from + length - 1),
    }));

  test("lie in sight, none over another with its words, in the fewest rows", () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (items, wordDays) => {
        const all = daysIn(period);
        const { bars, lanes } = barsOf(items, period, wordDays);
        expect(bars.map((bar) => bar.item)).toEqual(items);
        let most = 0;
        for (const bar of bars) {
          const { start, length, left, width } = bar;
          expect(start).toBe(Math.max(0, daysAfter(bar.item.startsOn)));
          expect(start + length - 1).toBe(Math.min(all - 1, daysAfter(bar.item.endsOn)));
          expect(left >= 0 && left <= start && start + length <= left + width && left + width <= all).toBe(true);
          const meeting = bars.filter((other) => other.left <= left && left < other.left + other.width);
          expect(new Set(meeting.map(({ lane }) => lane)).size).toBe(meeting.length);
          most = Math.max(most, meeting.length);
        }
        expect(lanes).toBe(most);
      }),
    );
  });

  const daysAfter = (day: LocalDate) => Math.round((Date.parse(day) - Date.parse(period.from)) / 86_400_000);

  test("have their words on them, behind them, or before them at the end of the days", () => {
    const place = (startsOn: LocalDate, endsOn: LocalDate) => {
      const [bar] = barsOf([{ startsOn, endsOn }], period, 16).bars;
      return [bar?.words, bar?.left, bar?.width, bar?.isCutBefore, bar?.isCutAfter];
    };
    expect(place("2026-10-01", "2026-10-20")).toEqual(["on", 0, 20, false, false]);
    expect(place("2026-10-01", "2026-10-03")).toEqual(["behind", 0, 19, false, false]);
    expect(place("2026-12-29", "2027-01-02")).toEqual(["before", 73, 19, false, true]);
    expect(place("2026-09-20", "2026-10-02")).toEqual(["behind", 0, 18, true, false]);
    expect(place("2026-01-01", "2027-12-31")).toEqual(["on", 0, 92, true, true]);
  });
});

test("days off on end with one name stand together, by country", () => {
  const said = listDaysOff({ from: "2026-08-01", to: "2026-09-30" }).map(
    ({ country, name, from, to }) => `${country} ${name} ${from.slice(5)} ${to.slice(5)}`,
  );
  expect(said).toEqual([
    "MX independence 09-16 09-16",
    "JP mountain 08-11 08-11",
    "JP obon 08-13 08-16",
    "JP aged 09-21 09-21",
    "JP citizens 09-22 09-22",
    "JP autumnal 09-23 09-23",
  ]);
  expect(listDaysOff({ from: "2026-08-01", to: "2026-08-31" }, ["MX"])).toEqual([]);
  // the one is off by its own law, the other in its place
  expect(listDaysOff({ from: "2023-01-01", to: "2023-01-02" }, ["JP"])).toHaveLength(2);
});
