import { describe, expect, test } from "vitest";
import { openingHoursOf, venueForm } from "#app/venues/form.ts";
import { isOpenFor, type OpeningHours } from "#app/venues/rules.ts";

const weekday = (number: 1 | 2): OpeningHours => ({ weekday: number, opensTime: "09:00", closesTime: "18:00" });

describe("a venue", () => {
  test.each([
    ["09:00", "18:00", true],
    ["08:59", "10:00", false],
    ["17:00", "18:01", false],
    ["10:00", "11:00", true],
  ] as const)("open from 09:00 to 18:00 is open from %s to %s: %s", (from, until, is) => {
    expect(isOpenFor([weekday(1)], { weekday: 1, from, until })).toBe(is);
  });

  test("is closed on a day that its hours do not name, and nothing is known where there are none", () => {
    expect(isOpenFor([weekday(1)], { weekday: 2, from: "10:00", until: "11:00" })).toBe(false);
    expect(isOpenFor([], { weekday: 2, from: "10:00", until: "11:00" })).toBeNull();
  });

  test("is open until midnight by 24:00", () => {
    const late = { ...weekday(1), closesTime: "24:00" } as const;
    expect(isOpenFor([late], { weekday: 1, from: "22:00", until: "24:00" })).toBe(true);
  });
});

describe("the hours of a venue's form", () => {
  const form = { "name.es": "Sede", country: "MX", zone: "America/Tijuana" };

  test("are read as they are typed, in any digits", () => {
    const typed = {
      ...form,
      "day.1.opens": "９：００",
      "day.1.closes": "1800",
      "day.7.opens": "0:00",
      "day.7.closes": "24:00",
    };
    expect(openingHoursOf(venueForm.parse(typed)).hours).toEqual([
      { weekday: 1, opensTime: "09:00", closesTime: "18:00" },
      { weekday: 7, opensTime: "00:00", closesTime: "24:00" },
    ]);
  });

  test.each([
    ["an end alone", { "day.2.closes": "10:00" }, "day.2.opens"],
    ["a beginning alone", { "day.2.opens": "10:00" }, "day.2.closes"],
    ["an end before the beginning", { "day.2.opens": "10:00", "day.2.closes": "09:00" }, "day.2.closes"],
    ["no time", { "day.2.opens": "25:00", "day.2.closes": "26:00" }, "day.2.opens"],
  ])("are refused with %s, beside the field", (_, typed, field) => {
    const { error } = venueForm.safeParse({ ...form, ...typed });
    expect(error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });
});
