import { describe, expect, test } from "vitest";
import type { Instant } from "#app/time/instant.ts";
import { offsetText } from "#app/time/offset.ts";
import { daysBetween, instantToWall, isLocalDate, localDate, plusLocalDays } from "#app/time/wall-time.ts";
import { isWallTime, wallToInstant } from "#app/time/zoned-time.ts";
import { isZone, type Zone, zones } from "#app/time/zones.ts";

describe("two clocks", () => {
  test("09:00 in Mexico City is midnight of the next day in Tokyo, in summer as in winter", () => {
    for (const day of ["2026-01-15", "2026-07-15", "2026-11-23"] as const) {
      const at = wallToInstant(`${day}T09:00`, "America/Mexico_City") as Instant;
      expect(instantToWall(at, "Asia/Tokyo")).toBe(`${plusLocalDays(day, 1)}T00:00`);
    }
  });

  test("Mexico City had daylight saving time until 2022 and has none since", () => {
    expect(wallToInstant("2021-07-15T09:00", "America/Mexico_City")).toBe("2021-07-15T14:00:00.000Z");
    expect(wallToInstant("2026-07-15T09:00", "America/Mexico_City")).toBe("2026-07-15T15:00:00.000Z");
  });

  test.each(["America/Tijuana", "America/Matamoros", "America/Ciudad_Juarez"] as const)(
    "%s keeps its wall times across March and November",
    (zone) => {
      const days = ["2026-03-06", "2026-03-09", "2026-10-30", "2026-11-02"] as const;
      const instants = days.map((day) => wallToInstant(`${day}T09:00`, zone) as Instant);
      expect(instants.map((at) => instantToWall(at, zone).slice(11))).toEqual(["09:00", "09:00", "09:00", "09:00"]);
      const utcHours = instants.map((at) => at.slice(11, 13));
      expect(utcHours[0]).not.toBe(utcHours[1]);
      expect(utcHours[1]).toBe(utcHours[2]);
      expect(utcHours[3]).toBe(utcHours[0]);
    },
  );

  test("an hour that spring skips does not exist; one that autumn repeats means its first time", () => {
    expect(wallToInstant("2026-03-08T02:30", "America/Tijuana")).toBeNull();
    expect(wallToInstant("2026-11-01T01:30", "America/Tijuana")).toBe("2026-11-01T08:30:00.000Z");
  });

  test("every zone on offer goes there and back", () => {
    for (const zone of zones) {
      const at = wallToInstant("2026-06-15T13:45", zone) as Instant;
      expect(instantToWall(at, zone)).toBe("2026-06-15T13:45");
    }
  });
});

describe("dates", () => {
  test.each(["2026-02-29", "2026-13-01", "26-01-01", "", "2026-1-1", "2026-11-31", "０２"])("%j is no date", (text) => {
    expect(isLocalDate(text)).toBe(false);
  });

  test("29 February exists in leap years", () => {
    expect(isLocalDate("2028-02-29")).toBe(true);
    expect(plusLocalDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(daysBetween("2028-02-28", "2028-03-01")).toBe(2);
  });

  test.each(["2026-11-23T24:00", "2026-11-23T9:00", "2026-11-23", "2026-02-30T09:00"])("%j is no wall time", (text) => {
    expect(isWallTime(text)).toBe(false);
  });

  test("a day begins at its own midnight in each zone", () => {
    expect(localDate("2026-11-23T15:00:00.000Z", "Asia/Tokyo")).toBe("2026-11-24");
    expect(localDate("2026-11-23T05:59:00.000Z", "America/Mexico_City")).toBe("2026-11-22");
  });
});

test("offsets are written with a true minus, and follow daylight saving time", () => {
  const at = (instant: Instant, zone: Zone) => offsetText(instant, instantToWall(instant, zone));
  expect(at("2026-11-23T15:00:00.000Z", "America/Mexico_City")).toBe("UTC−6");
  expect(at("2026-11-23T15:00:00.000Z", "Asia/Tokyo")).toBe("UTC+9");
  expect(at("2026-07-01T15:00:00.000Z", "America/Tijuana")).toBe("UTC−7");
  expect(at("2026-12-01T15:00:00.000Z", "America/Tijuana")).toBe("UTC−8");
  expect(at("2026-12-01T15:00:00.000Z", "UTC")).toBe("UTC");
});

test("only zones on offer are zones", () => {
  expect(isZone("Asia/Tokyo")).toBe(true);
  expect(isZone("Mars/Olympus")).toBe(false);
});

test("what clocks show is the same, however often and of how many instants it is asked", () => {
  const zone = "America/Tijuana";
  const minutes = Array.from({ length: 6_000 }, (_, minute) => new Date(Date.UTC(2026, 10, 1, 0, minute)));
  const fresh = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  for (const _ of ["first", "again"])
    for (const minute of minutes)
      expect(instantToWall(minute.toISOString() as Instant, zone)).toBe(fresh.format(minute).replace(" ", "T"));
});
