import fc from "fast-check";
import { expect, test } from "vitest";
import { translator } from "#app/i18n/translator.server.ts";
import { type Instant, instantOf, plusMinutes } from "#app/time/instant.ts";
import { instantToWall } from "#app/time/wall-time.ts";
import { zones } from "#app/time/zones.ts";
import { openDays } from "#app/timetable/clocks/open-days.rules.ts";
import { byOwnClock } from "#app/timetable/clocks/own-clock.ts";
import { sessionTimes } from "#app/timetable/clocks/session-times.ts";

test("of many days only today is unfolded, else the next one; of a workshop that is over, none", () => {
  const days = ["2026-11-25", "2026-11-23", "2026-11-27", "2026-11-23"] as const;
  expect(openDays(days, "2026-11-25")).toEqual(["2026-11-25"]);
  expect(openDays(days, "2026-11-24")).toEqual(["2026-11-25"]);
  expect(openDays(days, "2026-11-28")).toEqual([]);
  expect(openDays(days.slice(0, 2), "2026-11-28")).toEqual(["2026-11-23", "2026-11-25"]);
});

test("by either clock the same two times stand there, each once as the first", () => {
  const t = translator("es");
  const instant = fc.date({ min: new Date("2015-01-01"), max: new Date("2035-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(
      ...[instant, fc.integer({ min: 15, max: 600 }), fc.constantFrom(...zones), fc.constantFrom(...zones)],
      (date, minutes, zone, own) => {
        const startsAt: Instant = instantOf(new Date(Math.floor(date.getTime() / 60_000) * 60_000));
        const endsAt = plusMinutes(startsAt, minutes);
        const local = { startsLocal: instantToWall(startsAt, zone), endsLocal: instantToWall(endsAt, zone) };
        const session = { ...local, zone, startsAt, endsAt };
        const venueFirst = sessionTimes(session, { locale: "es", zone: own }, t);
        const ownFirst = sessionTimes(byOwnClock(session, own), { locale: "es", zone }, t);
        expect(ownFirst.yours === null).toBe(venueFirst.yours === null);
        if (!venueFirst.yours || !ownFirst.yours) return;
        expect(ownFirst.time).toBe(venueFirst.yours.time);
        expect(ownFirst.yours.time).toBe(venueFirst.time);
        expect(ownFirst.yours.shift + venueFirst.yours.shift).toBe(0);
      },
    ),
  );
});
