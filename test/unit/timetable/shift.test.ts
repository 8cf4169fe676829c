import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weekdayOf } from "#app/time/holidays/moving-days.ts";
import { dateOf, daysBetween, type LocalDate, plusLocalDays, timeOf, type WallTime } from "#app/time/wall-time.ts";
import { wallToInstant } from "#app/time/zoned-time.ts";
import { repeatDays, shiftedDays, shiftedTimes } from "#app/timetable/plan/shift.rules.ts";

/** Clocks change in two of them, and not in the others. */
const zones = ["America/Tijuana", "America/Matamoros", "Asia/Tokyo", "America/Mexico_City"] as const;

const day = fc.integer({ min: 0, max: 1_200 }).map((past) => plusLocalDays("2025-01-01", past));
const minute = fc.integer({ min: 0, max: 1_439 });
const wall = (date: LocalDate, minutes: number) => {
  const [hour, rest] = [Math.floor(minutes / 60) % 24, minutes % 60].map((part) => String(part).padStart(2, "0"));
  return `${plusLocalDays(date, Math.floor(minutes / 1440))}T${hour}:${rest}` as WallTime;
};
const session = fc
  .tuple(day, minute, fc.integer({ min: 15, max: 600 }))
  .map(([date, from, length]) => ({ startsLocal: wall(date, from), endsLocal: wall(date, from + length) }));
const by = fc.integer({ min: -400, max: 400 });

describe("a shift", () => {
  test.each(zones)("in %s keeps what clocks on the wall show, whatever they are set to in between", (zone) => {
    fc.assert(
      fc.property(fc.array(session, { minLength: 1, maxLength: 6 }), by, (sessions, days) => {
        const moved = sessions.map((one) => shiftedTimes(one, days));
        for (const [index, { startsLocal, endsLocal }] of moved.entries()) {
          const before = sessions[index]!;
          expect([timeOf(startsLocal), timeOf(endsLocal)]).toEqual([
            timeOf(before.startsLocal),
            timeOf(before.endsLocal),
          ]);
          expect(daysBetween(dateOf(before.startsLocal), dateOf(startsLocal))).toBe(days);
          // what the clock shows exists then, or is said not to: it never becomes another hour
          const at = wallToInstant(startsLocal, zone);
          if (at === null) expect(timeOf(startsLocal) < "04:00").toBe(true);
        }
        expect(moved.map((one) => shiftedTimes(one, -days))).toEqual(sessions);
      }),
    );
  });

  test("takes the days of the workshop along", () => {
    const days = { startsOn: "2026-11-23", endsOn: "2026-11-27" } as const;
    const next = [{ startsLocal: "2026-11-30T09:00", endsLocal: "2026-11-30T10:00" }] as const;
    expect(shiftedDays(days, { days: 7, isWhole: true, next })).toEqual({
      startsOn: "2026-11-30",
      endsOn: "2026-12-04",
    });
    expect(shiftedDays(days, { days: 7, isWhole: false, next })).toEqual({
      startsOn: "2026-11-23",
      endsOn: "2026-12-04",
    });
  });

  test("leaves no session outside, and the last day never before the first", () => {
    fc.assert(
      fc.property(fc.array(session, { maxLength: 6 }), by, fc.boolean(), (next, days, isWhole) => {
        const { startsOn, endsOn } = shiftedDays(
          { startsOn: "2026-06-01", endsOn: "2026-06-05" },
          { days, isWhole, next },
        );
        expect(startsOn <= endsOn).toBe(true);
        for (const { startsLocal } of next)
          expect(startsOn <= dateOf(startsLocal) && dateOf(startsLocal) <= endsOn).toBe(true);
      }),
    );
  });
});

describe("a repetition", () => {
  test("falls on the weekdays, after the session, up to the last day", () => {
    expect(repeatDays("2026-11-23", { weekdays: [1, 3], until: "2026-12-07" })).toEqual([
      ...["2026-11-25", "2026-11-30", "2026-12-02", "2026-12-07"],
    ]);
    expect(repeatDays("2026-11-23", { weekdays: [], until: "2026-12-07" })).toEqual([]);
    expect(repeatDays("2026-11-23", { weekdays: [1], until: "2026-11-20" })).toEqual([]);
  });

  test("never falls on another weekday", () => {
    fc.assert(
      fc.property(
        day,
        fc.uniqueArray(fc.integer({ min: 0, max: 6 })),
        fc.integer({ min: 0, max: 90 }),
        (first, weekdays, length) => {
          const until = plusLocalDays(first, length);
          for (const one of repeatDays(first, { weekdays, until })) {
            expect(weekdays).toContain(weekdayOf(one));
            expect(one > first && one <= until).toBe(true);
          }
        },
      ),
    );
  });
});
