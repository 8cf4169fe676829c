import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weekdayOf } from "#app/time/holidays/moving-days.ts";
import { dateOf, daysBetween, type LocalDate, plusLocalDays, timeOf, type WallTime } from "#app/time/wall-time.ts";
import { wallToInstant } from "#app/time/zoned-time.ts";
import type { Zone } from "#app/time/zones.ts";
import { shiftPlan } from "#app/timetable/plan/shift.ts";
import { offeredWeeks, postponingProblem, restsOn, weeksLater } from "#app/timetable/postponing/postponing.rules.ts";
import type { Session } from "#app/timetable/queries.ts";

/** Clocks change in two of them, and not in the others. */
const zones = ["America/Tijuana", "America/Matamoros", "Asia/Tokyo", "America/Mexico_City"] as const;

const day = fc.integer({ min: 0, max: 1_200 }).map((past) => plusLocalDays("2025-01-01", past));
const wall = (date: LocalDate, minutes: number) => {
  const [hour, rest] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0"));
  return `${date}T${hour}:${rest}` as WallTime;
};

/** One session a day in the daytime, each on a clock of its own. */
const plan = fc
  .tuple(
    day,
    fc.array(fc.tuple(fc.integer({ min: 300, max: 900 }), fc.constantFrom(...zones)), { minLength: 1, maxLength: 10 }),
  )
  .map(([startsOn, spans]) => ({
    workshop: { startsOn, endsOn: plusLocalDays(startsOn, spans.length - 1) },
    sessions: spans.map(([from, zone], index) => sessionOn(plusLocalDays(startsOn, index), from, zone, index + 1)),
  }));

function sessionOn(date: LocalDate, from: number, zone: Zone, number: number): Session {
  const [startsLocal, endsLocal] = [wall(date, from), wall(date, from + 90)];
  const own = { id: `s${number}`, number, startsLocal, endsLocal, zone, venueId: null, roomId: null, room: "" };
  const [startsAt, endsAt] = [startsLocal, endsLocal].map((local) => wallToInstant(local, zone) ?? "");
  return { ...own, startsAt, endsAt } as unknown as Session;
}

const later = fc.integer({ min: 1, max: 500 });

describe("a workshop that is postponed", () => {
  test("keeps each hour of each clock, and the days between, over every change of clocks", () => {
    fc.assert(
      fc.property(plan, later, ({ workshop, sessions }, days) => {
        const made = shiftPlan(
          { workshop, sessions, marks: new Map() },
          { first: null, to: plusLocalDays(workshop.startsOn, days) },
        );
        expect(made.by).toBe(days);
        expect(daysBetween(workshop.endsOn, made.days.endsOn)).toBe(days);
        for (const { session, facts } of made.moved) {
          expect([timeOf(facts.startsLocal), timeOf(facts.endsLocal), facts.zone]).toEqual([
            ...[timeOf(session.startsLocal), timeOf(session.endsLocal), session.zone],
          ]);
          expect(daysBetween(dateOf(session.startsLocal), dateOf(facts.startsLocal))).toBe(days);
        }
      }),
    );
  });

  test("stands as it was left until anything is planned on top of it", () => {
    fc.assert(
      fc.property(plan, later, fc.nat(), ({ workshop, sessions }, days, pick) => {
        const to = plusLocalDays(workshop.startsOn, days);
        const { days: stands, moved } = shiftPlan({ workshop, sessions, marks: new Map() }, { first: null, to });
        const last = { ...workshop, days, sessions };
        const now = moved.map(({ facts }) => facts as Session);
        const today = plusLocalDays(workshop.startsOn, -1);
        const said = (sessions: Session[], other: object = {}) =>
          restsOn(last, { ...stands, sessions, isTold: false, today, ...other });
        expect(said(now)).toBeNull();
        expect(said(now, { isTold: true })).toBe("told");
        expect(said(now, { today: workshop.startsOn })).toBe("past");
        const index = pick % now.length;
        expect(said(now.toSpliced(index, 1))).toBe("changed");
        const one = now[index]!;
        const other = { ...one, endsLocal: one.endsLocal.replace(/..$/, "59") as WallTime };
        if (other.endsLocal !== one.endsLocal) expect(said(now.with(index, other))).toBe("changed");
        expect(said(now, { endsOn: plusLocalDays(stands.endsOn, 1), isTold: true })).toBe("changed");
      }),
    );
  });

  test("begins later, and not years later", () => {
    expect([-7, 0, 1, 1098, 1099].map(postponingProblem)).toEqual(["notLater", "notLater", null, null, "tooFar"]);
  });

  test("is offered the same weekday", () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...offeredWeeks), (startsOn, weeks) => {
        expect(weekdayOf(weeksLater(startsOn, weeks))).toBe(weekdayOf(startsOn));
        expect(daysBetween(startsOn, weeksLater(startsOn, weeks))).toBe(7 * weeks);
      }),
    );
  });
});
