import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AskedOffer,
  answerByOf,
  endOf,
  extensionProblem,
  isEndingSoon,
  latestExtension,
  offerRefusal,
  reminderDays,
  remindersDue,
} from "#app/enrolment/offers/offers.rules.ts";
import type { Instant } from "#app/time/instant.ts";
import { type LocalDate, localDate, plusLocalDays, type WallTime } from "#app/time/wall-time.ts";
import { wallToInstant } from "#app/time/zoned-time.ts";

const zone = "Asia/Tokyo" as const;
const startsOn = "2027-03-22" as LocalDate;
const on = (day: LocalDate, time = "12:00") => wallToInstant(`${day}T${time}` as WallTime, zone) as Instant;
const ahead = (days: number) => plusLocalDays(startsOn, -days);
const workshop = {
  ...{ state: "open" as const, zone, startsOn, endsOn: "2027-03-26" as LocalDate },
  ...{ beginsAt: on(startsOn, "09:00"), endsAt: on("2027-03-26", "17:00"), promotionDays: 14, freezeDays: 7 },
} as const;
const open = (answerByOn: LocalDate): AskedOffer => ({ state: "open", answerByOn });

describe("until when somebody answers", () => {
  test("as many days as the workshop gives, and never past the window", () => {
    expect(answerByOf(workshop, 10, on(ahead(60)))).toBe(ahead(50));
    expect(answerByOf(workshop, 10, on(ahead(20)))).toBe(ahead(14));
    // later a coordinator gives seats by hand: two days before the first one somebody else can still come
    expect(answerByOf(workshop, 10, on(ahead(14)))).toBe(ahead(4));
    expect(answerByOf(workshop, 10, on(ahead(5)))).toBe(ahead(2));
    expect(answerByOf(workshop, 10, on(ahead(1)))).toBeNull();
    expect(answerByOf(workshop, null, on(ahead(60)))).toBeNull();
    expect(answerByOf({ ...workshop, state: "cancelled" }, 10, on(ahead(60)))).toBeNull();
  });

  test("always from today on, before the first day, and not later than the days given", () => {
    const days = fc.record({
      left: fc.integer({ min: -3, max: 90 }),
      confirm: fc.integer({ min: 1, max: 60 }),
      window: fc.option(fc.integer({ min: 0, max: 60 })),
      hour: fc.integer({ min: 0, max: 23 }),
    });
    fc.assert(
      fc.property(days, ({ left, confirm, window, hour }) => {
        const at = on(ahead(left), `${String(hour).padStart(2, "0")}:30`);
        const day = answerByOf({ ...workshop, promotionDays: window }, confirm, at);
        if (day === null) {
          expect(left).toBeLessThan(2);
          return;
        }
        const today = localDate(at, zone);
        expect(day >= today && day <= ahead(2) && day <= plusLocalDays(today, confirm)).toBe(true);
        if (window !== null && ahead(window) > today) expect(day <= ahead(window)).toBe(true);
        // whoever is asked can answer at once, and it does not end the same day
        expect(offerRefusal(open(day), workshop, { at, by: "link" })).toBeNull();
        expect(endOf(open(day), workshop, on(today, "23:59"))).toBeNull();
      }),
    );
  });
});

describe("an answer", () => {
  const offer = open(ahead(20));

  test("is taken until the last minute of its day, as the venue counts days", () => {
    expect(offerRefusal(offer, workshop, { at: on(ahead(20), "23:59"), by: "link" })).toBeNull();
    expect(offerRefusal(offer, workshop, { at: on(ahead(19), "00:00"), by: "link" })).toBe("late");
    // the desk may have heard it in time
    expect(offerRefusal(offer, workshop, { at: on(ahead(19)), by: "desk" })).toBeNull();
    expect(offerRefusal(offer, { ...workshop, state: "cancelled" }, { at: on(ahead(30)), by: "self" })).toBe("begun");
  });

  test("of what was answered or has ended says what became of it, whoever asks", () => {
    for (const state of ["accepted", "declined", "lapsed", "withdrawn"] as const)
      for (const by of ["self", "link", "desk"] as const) {
        expect(offerRefusal({ ...offer, state }, workshop, { at: on(ahead(30)), by })).toBe(state);
        expect(endOf({ ...offer, state }, workshop, on(ahead(1)))).toBeNull();
      }
  });

  test("that never comes lapses with its day; once the workshop has begun only the question ends", () => {
    expect(endOf(offer, workshop, on(ahead(20), "23:59"))).toBeNull();
    expect(endOf(offer, workshop, on(ahead(19), "00:00"))).toBe("lapsed");
    expect(endOf(offer, workshop, on(startsOn, "09:00"))).toBe("withdrawn");
    expect(endOf(offer, { ...workshop, state: "cancelled" }, on(ahead(30)))).toBe("withdrawn");
  });
});

describe("more time", () => {
  const offer = open(ahead(20));

  test("is later than what was told, and leaves the seat to be used", () => {
    const problem = (day: LocalDate, at = on(ahead(25))) => extensionProblem(workshop, offer, { day, at });
    expect(problem(ahead(10))).toBeNull();
    expect(problem(ahead(2))).toBeNull();
    expect(problem(ahead(1))).toBe("tooLate");
    expect(problem(ahead(20))).toBe("notLater");
    expect(problem(ahead(18), on(ahead(15)))).toBe("past");
    expect(problem(ahead(10), on(startsOn))).toBe("closed");
    expect(latestExtension(workshop, { ...offer, state: "accepted" }, on(ahead(25)))).toBeNull();
  });

  test("is asked of the desk some days before the end", () => {
    expect([3, 2, 0].map((days) => isEndingSoon(offer, workshop, on(ahead(20 + days))))).toEqual([false, true, true]);
  });
});

describe("reminders", () => {
  test("go on the fifth and the eighth day of ten, and on the second of three", () => {
    expect([10, 3, 2, 1, 0].map(reminderDays)).toEqual([[5, 8], [2], [1], [], []]);
  });

  test("go once each, in their order, and none after the day is over", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.array(fc.boolean(), { maxLength: 70 }), (days, awake) => {
        const countedFromOn = ahead(80);
        const answerByOn = plusLocalDays(countedFromOn, days);
        let reminders = 0;
        let sent = 0;
        for (const [day, isAwake] of awake.entries()) {
          const at = on(plusLocalDays(countedFromOn, day));
          const due = isAwake ? remindersDue({ ...open(answerByOn), countedFromOn, reminders }, workshop, at) : null;
          if (due === null) continue;
          expect(due).toBeGreaterThan(reminders);
          expect(day).toBeLessThanOrEqual(days);
          reminders = due;
          sent += 1;
        }
        expect(sent).toBeLessThanOrEqual(reminderDays(days).length);
      }),
    );
  });
});
