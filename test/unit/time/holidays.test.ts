import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holidayName } from "#app/i18n/holiday-name.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { holidayCountries, listHolidays } from "#app/time/holidays/list-holidays.ts";
import { type LocalDate, plusLocalDays } from "#app/time/wall-time.ts";

type Kind = "public" | "advice";

const inYear = (country: string, year: number) => listHolidays(country, `${year}-01-01`, `${year}-12-31`);

/** Month and day of each: `01-12 02-11`. */
const daysOf = (country: string, year: number, kind: Kind) =>
  inYear(country, year)
    .filter((holiday) => holiday.kind === kind)
    .map(({ on }) => on.slice(5))
    .join(" ");

const named = (country: string, on: LocalDate) =>
  listHolidays(country, on, on).map((holiday) => holidayName(holiday, translator("ja")));

describe("public holidays", () => {
  /** As the Cabinet Office of Japan has published them. */
  test.each([
    [2015, "01-01 01-12 02-11 03-21 04-29 05-03 05-04 05-05 05-06", "07-20 09-21 09-22 09-23 10-12 11-03 11-23 12-23"],
    [2016, "01-01 01-11 02-11 03-20 03-21 04-29 05-03 05-04 05-05", "07-18 08-11 09-19 09-22 10-10 11-03 11-23 12-23"],
    [
      2019,
      "01-01 01-14 02-11 03-21 04-29 04-30 05-01 05-02 05-03 05-04 05-05 05-06",
      "07-15 08-11 08-12 09-16 09-23 10-14 10-22 11-03 11-04 11-23",
    ],
    [
      2020,
      "01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06",
      "07-23 07-24 08-10 09-21 09-22 11-03 11-23",
    ],
    [2021, "01-01 01-11 02-11 02-23 03-20 04-29 05-03 05-04 05-05", "07-22 07-23 08-08 08-09 09-20 09-23 11-03 11-23"],
    [
      2025,
      "01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06",
      "07-21 08-11 09-15 09-23 10-13 11-03 11-23 11-24",
    ],
    [
      2026,
      "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06",
      "07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23",
    ],
    [2027, "01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05", "07-19 08-11 09-20 09-23 10-11 11-03 11-23"],
  ])("of Japan in %s", (year, untilJune, sinceJuly) => {
    expect(daysOf("JP", year, "public")).toBe(`${untilJune} ${sinceJuly}`);
  });

  test.each([
    [2017, "01-01 02-06 03-20 05-01 09-16 11-20 12-25"],
    [2018, "01-01 02-05 03-19 05-01 09-16 11-19 12-01 12-25"],
    [2024, "01-01 02-05 03-18 05-01 09-16 10-01 11-18 12-25"],
    [2026, "01-01 02-02 03-16 05-01 09-16 11-16 12-25"],
    [2030, "01-01 02-04 03-18 05-01 09-16 10-01 11-18 12-25"],
    [2035, "01-01 02-05 03-19 05-01 09-16 11-19 12-25"],
  ])("of Mexico in %s", (year, days) => {
    expect(daysOf("MX", year, "public")).toBe(days);
  });

  test("are named as each country names them", () => {
    expect(named("JP", "2019-10-14")).toEqual(["体育の日"]);
    expect(named("JP", "2026-10-12")).toEqual(["スポーツの日"]);
    expect(named("JP", "2026-05-06")).toEqual(["振替休日（憲法記念日）"]);
    expect(named("JP", "2019-04-30")).toEqual(["国民の休日"]);
    expect(named("JP", "2032-09-21")).toEqual(["国民の休日"]);
    expect(named("MX", "2024-10-01")).toEqual(["大統領就任日"]);
  });
});

describe("days that are off in practice", () => {
  test("of Japan: Obon, and the days around the new year", () => {
    expect(daysOf("JP", 2026, "advice")).toBe("01-02 01-03 08-13 08-14 08-15 08-16 12-29 12-30 12-31");
  });

  test("of Japan, where one is off by law already: 1 January 2023 was a Sunday", () => {
    expect(listHolidays("JP", "2023-01-02", "2023-01-03")).toEqual([
      { on: "2023-01-02", name: "newYear", isSubstitute: true, kind: "public" },
      { on: "2023-01-03", name: "yearEnd", isSubstitute: false, kind: "advice" },
    ]);
  });

  test.each([
    [2017, "04-13 04-14"],
    [2018, "03-29 03-30"],
    [2026, "04-02 04-03"],
    [2035, "03-22 03-23"],
    [2038, "04-22 04-23"],
  ])("of Mexico in %s: Thursday and Friday of Holy Week", (year, days) => {
    expect(daysOf("MX", year, "advice")).toBe(days);
  });
});

const days = fc.integer({ min: 0, max: 100 * 366 }).map((plus) => plusLocalDays("2003-01-01", plus));

test("a stretch of days has what its years have then, by day, each day once", () => {
  fc.assert(
    fc.property(fc.constantFrom(...holidayCountries), days, fc.nat(900), (country, from, length) => {
      const to = plusLocalDays(from, length);
      const on = listHolidays(country, from, to).map((holiday) => holiday.on);
      expect(on).toEqual([...new Set(on)].toSorted());
      const years = Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 }, (_, index) =>
        inYear(country, Number(from.slice(0, 4)) + index),
      );
      expect(on).toEqual(
        years
          .flat()
          .map((holiday) => holiday.on)
          .filter((day) => day >= from && day <= to),
      );
    }),
  );
});

test("no holiday of Japan falls on a Sunday without a substitute on one of the next days", () => {
  for (let year = 2007; year <= 2099; year++) {
    const all = inYear("JP", year).filter(({ kind }) => kind === "public");
    const sundays = all.filter(({ on }) => new Date(`${on}T00:00:00Z`).getUTCDay() === 0);
    expect(all.filter(({ isSubstitute }) => isSubstitute).map(({ name }) => name)).toEqual(
      sundays.map(({ name }) => name),
    );
  }
});

test("nothing is known of other countries and other centuries", () => {
  expect(listHolidays("US", "2026-01-01", "2026-12-31")).toEqual([]);
  expect(listHolidays("JP", "2006-01-01", "2006-12-31")).toEqual([]);
  expect(listHolidays("MX", "2100-01-01", "2100-12-31")).toEqual([]);
  expect(listHolidays("MX", "2026-12-31", "2026-01-01")).toEqual([]);
});
