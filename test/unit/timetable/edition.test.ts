import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weekdayOf } from "#app/time/holidays/moving-days.ts";
import { dateOf, daysBetween, type LocalDate, plusLocalDays, timeOf, type WallTime } from "#app/time/wall-time.ts";
import { wallToInstant } from "#app/time/zoned-time.ts";
import type { Zone } from "#app/time/zones.ts";
import { editionTimes, sameWeekNextYear, suggestedFirstDay } from "#app/timetable/edition/edition.rules.ts";
import { type Edition, editionPlan } from "#app/timetable/edition/edition-plan.ts";
import type { Session } from "#app/timetable/queries.ts";

/** Clocks change in two of them, and not in the others. */
const zones = ["America/Tijuana", "America/Matamoros", "Asia/Tokyo", "America/Mexico_City"] as const;

const day = fc.integer({ min: 0, max: 1_200 }).map((past) => plusLocalDays("2025-01-01", past));
const wall = (date: LocalDate, minutes: number) => {
  const [hour, rest] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0"));
  return `${date}T${hour}:${rest}` as WallTime;
};

/** A session of the n-th day, as far as a plan looks at it. */
const sessionOn = (number: number, startsLocal: WallTime, endsLocal: WallTime, zone: Zone) =>
  ({
    ...{ id: `session-${number}`, number, startsLocal, endsLocal, zone, venueId: null, roomId: null, room: "" },
    startsAt: wallToInstant(startsLocal, zone) ?? "",
    endsAt: wallToInstant(endsLocal, zone) ?? "",
  }) as unknown as Session;

/** One session a day: none meets another, whatever clocks are set to. */
const former = (zone: Zone) =>
  fc
    .tuple(
      day,
      fc.array(fc.tuple(fc.integer({ min: 0, max: 840 }), fc.integer({ min: 15, max: 480 })), { minLength: 1 }),
    )
    .map(([startsOn, spans]) => ({
      workshop: { startsOn, endsOn: plusLocalDays(startsOn, spans.length - 1) },
      sessions: spans
        .map(([from, length], index) => {
          const date = plusLocalDays(startsOn, index);
          return sessionOn(index + 1, wall(date, from), wall(date, Math.min(from + length, 1_439)), zone);
        })
        .filter(({ startsAt, endsAt }) => startsAt && endsAt),
      archived: new Set<string>(),
    }));

const edition = (startsOn: LocalDate, answers: Edition["answers"] = new Map()): Edition => ({
  ...{ startsOn, answers },
  parts: ["sessions", "venue"],
});

describe("the next edition", () => {
  test.each(zones)("in %s keeps each hour of the clock and the days between, or asks", (zone) => {
    fc.assert(
      fc.property(former(zone), day, (workshop, startsOn) => {
        const plan = editionPlan(workshop, edition(startsOn));
        const by = daysBetween(workshop.workshop.startsOn, startsOn);
        expect(plan.days.startsOn).toBe(startsOn);
        expect(daysBetween(workshop.workshop.endsOn, plan.days.endsOn)).toBe(by);
        for (const { session, facts } of plan.sessions) {
          expect(daysBetween(dateOf(session.startsLocal), dateOf(facts.startsLocal))).toBe(by);
          expect([timeOf(facts.startsLocal), timeOf(facts.endsLocal)]).toEqual([
            timeOf(session.startsLocal),
            timeOf(session.endsLocal),
          ]);
          const isShown = [facts.startsLocal, facts.endsLocal].every((one) => wallToInstant(one, zone) !== null);
          if (!isShown) expect(plan.misfits.map(({ id }) => id)).toContain(session.id);
        }
        if (zone === "Asia/Tokyo" || zone === "America/Mexico_City") expect(plan.misfits).toEqual([]);
      }),
    );
  });

  test.each(zones)("in %s asks about nothing that was answered", (zone) => {
    fc.assert(
      fc.property(
        former(zone),
        day,
        fc.constantFrom("later" as const, "left" as const),
        (workshop, startsOn, answer) => {
          const asked = editionPlan(workshop, edition(startsOn)).misfits.map(({ id }) => id);
          const numbers = workshop.sessions.filter(({ id }) => asked.includes(id)).map(({ number }) => number);
          const answers = new Map(numbers.map((number) => [number, answer]));
          const plan = editionPlan(workshop, edition(startsOn, answers));
          expect(plan.misfits.filter(({ because }) => because.endsWith("unreal"))).toEqual([]);
          const left = answer === "left" ? asked.length : 0;
          expect(plan.sessions).toHaveLength(workshop.sessions.length - left);
        },
      ),
    );
  });

  test("holds a session an hour later where its clock skips the hour, and as long as it was", () => {
    const session = {
      zone: "America/Tijuana",
      startsLocal: "2026-03-07T02:30",
      endsLocal: "2026-03-07T04:00",
    } as const;
    expect(editionTimes(session, { days: 365 + 7 })).toEqual({
      startsLocal: "2027-03-14T02:30",
      endsLocal: "2027-03-14T04:00",
    });
    expect(editionTimes(session, { days: 365 + 7, answer: "later" })).toEqual({
      startsLocal: "2027-03-14T03:30",
      endsLocal: "2027-03-14T05:00",
    });
    const early = { ...session, startsLocal: "2026-03-07T01:00", endsLocal: "2026-03-07T02:30" } as const;
    expect(editionTimes(early, { days: 365 + 7, answer: "later" })).toEqual({
      startsLocal: "2027-03-14T01:00",
      endsLocal: "2027-03-14T03:30",
    });
    expect(editionTimes(session, { days: 7, answer: "later" }).startsLocal).toBe("2026-03-14T02:30");
  });

  test("asks where sessions on two clocks meet that did not before", () => {
    // an hour apart in winter; in summer Tijuana's clock is an hour nearer to Tokyo's
    const sessions = [
      sessionOn(1, "2026-11-23T15:00", "2026-11-23T16:00", "America/Tijuana"),
      sessionOn(2, "2026-11-24T07:00", "2026-11-24T08:00", "Asia/Tokyo"),
    ];
    const workshop = { startsOn: "2026-11-23", endsOn: "2026-11-24" } as const;
    const winter = editionPlan({ workshop, sessions, archived: new Set() }, edition("2027-11-22"));
    expect(winter.misfits).toEqual([]);
    const summer = editionPlan({ workshop, sessions, archived: new Set() }, edition("2027-06-21"));
    expect(summer.misfits.map(({ because }) => because)).toEqual(["clash", "clash"]);
    const answers = new Map([[2, "left" as const]]);
    expect(editionPlan({ workshop, sessions, archived: new Set() }, edition("2027-06-21", answers)).misfits).toEqual(
      [],
    );
  });

  test("leaves a venue and a room behind that are in the archive, or that nobody has ticked", () => {
    const places = { venueId: "v", roomId: "r", room: "Aula 1" };
    const session = { ...sessionOn(1, "2026-11-23T09:00", "2026-11-23T10:00", "Asia/Tokyo"), ...places } as Session;
    const workshop = { startsOn: "2026-11-23", endsOn: "2026-11-23" } as const;
    const placed = (archived: string[], parts: Edition["parts"]) => {
      const made = editionPlan(
        { workshop, sessions: [session], archived: new Set(archived) },
        { ...edition("2027-11-22"), parts },
      );
      const { venueId, roomId, room } = made.sessions[0]!.session;
      return [venueId, roomId, room, made.unbooked];
    };
    expect(placed([], ["sessions", "venue"])).toEqual(["v", "r", "Aula 1", 0]);
    expect(placed(["r"], ["sessions", "venue"])).toEqual(["v", null, "Aula 1", 1]);
    expect(placed(["v", "r"], ["sessions", "venue"])).toEqual([null, null, "Aula 1", 1]);
    expect(placed([], ["sessions"])).toEqual([null, null, "", 0]);
    expect(
      editionPlan({ workshop, sessions: [session], archived: new Set() }, edition("2027-11-22")).sessions,
    ).toHaveLength(1);
    const none = editionPlan(
      { workshop, sessions: [session], archived: new Set() },
      { ...edition("2027-11-22"), parts: ["texts"] },
    );
    expect(none.sessions).toEqual([]);
  });
});

describe("the first day that is suggested", () => {
  test("is the same weekday of the same week of the next year", () => {
    expect(sameWeekNextYear("2026-11-23")).toBe("2027-11-29");
    expect(sameWeekNextYear("2025-11-24")).toBe("2026-11-23");
    // 2026 has 53 weeks, 2027 has 52
    expect(sameWeekNextYear("2026-12-30")).toBe("2027-12-29");
    expect(sameWeekNextYear("2027-01-01")).toBe("2027-12-31");
    fc.assert(
      fc.property(day, (one) => {
        const next = sameWeekNextYear(one);
        expect(weekdayOf(next)).toBe(weekdayOf(one));
        expect([357, 364, 371]).toContain(daysBetween(one, next));
      }),
    );
  });

  test("lies ahead, in a week in which the programme holds nothing else", () => {
    const former = { startsOn: "2020-11-23", endsOn: "2020-11-27" } as const;
    const today = "2026-11-27" as const;
    const first = suggestedFirstDay(former, { today, others: [] });
    expect(first > today).toBe(true);
    expect(weekdayOf(first)).toBe(1);
    const others = [{ startsOn: first, endsOn: plusLocalDays(first, 8) }];
    expect(suggestedFirstDay(former, { today, others })).toBe(plusLocalDays(first, 14));
  });
});
