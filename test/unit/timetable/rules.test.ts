import { describe, expect, test } from "vitest";
import type { Instant } from "#app/time/instant.ts";
import type { ClockTime, WallTime } from "#app/time/wall-time.ts";
import {
  areAllHeld,
  areApart,
  clash,
  completableFrom,
  isToday,
  nextNumber,
  overlaps,
  placeSession,
  repeatedHoursOf,
  type Span,
  soonestOf,
  type WallTimes,
  wallTimes,
} from "#app/timetable/rules.ts";

describe("sessions", () => {
  type Spot = Parameters<typeof areApart>[0];
  const nowhere: Spot = { venueId: null, roomId: null, room: "" };
  const days = { startsOn: "2026-11-02", endsOn: "2026-11-06" } as const;
  const times = {
    startsLocal: "2026-11-03T09:00",
    endsLocal: "2026-11-03T11:00",
    zone: "America/Mexico_City",
  } as const;

  test("back-to-back sessions don't clash", () => {
    const first = { startsAt: "2026-11-03T15:00:00.000Z", endsAt: "2026-11-03T17:00:00.000Z" } as const;
    expect(clash(first, { startsAt: first.endsAt, endsAt: "2026-11-03T18:00:00.000Z" })).toBe(false);
    expect(clash(first, { startsAt: "2026-11-03T16:59:00.000Z", endsAt: "2026-11-03T18:00:00.000Z" })).toBe(true);
  });

  test("09:00 in Mexico City is 15:00 UTC", () => {
    expect(placeSession(times, days, [], nowhere)).toEqual({
      startsAt: "2026-11-03T15:00:00.000Z",
      endsAt: "2026-11-03T17:00:00.000Z",
    });
  });

  test.each<[Partial<WallTimes>, string]>([
    [{ startsLocal: "2026-03-08T02:30", endsLocal: "2026-03-08T04:00", zone: "America/Tijuana" }, "startsLocal.unreal"],
    [{ ...times, startsLocal: "2026-02-30T09:00" }, "startsLocal.unreal"],
    [{ ...times, endsLocal: "2026-11-03T25:00" }, "endsLocal.unreal"],
    [{ ...times, endsLocal: "2026-11-03T09:00" }, "endsLocal.beforeStart"],
    [{ ...times, startsLocal: "2026-11-03T00:00", endsLocal: "2026-11-03T16:01" }, "endsLocal.tooLong"],
    [{ ...times, endsLocal: "2026-11-04T09:00" }, "endsLocal.tooLongNight"],
    [{ ...times, startsLocal: "2026-11-03T10:00", endsLocal: "2026-11-04T01:00" }, "endsLocal.tooLongNight"],
    [{ ...times, startsLocal: "2026-11-03T18:00", endsLocal: "2026-11-04T06:01" }, "endsLocal.tooLongNight"],
    [{ ...times, startsLocal: "2026-11-07T09:00", endsLocal: "2026-11-07T10:00" }, "startsLocal.outside"],
  ])("%j is refused: %s", (wrong, problem) => {
    expect(placeSession({ ...times, ...wrong }, days, [], nowhere)).toBe(problem);
  });

  test("of an hour that clocks show twice somebody says which; one that follows by itself is not asked about", () => {
    const zone = "America/Tijuana";
    const night = { startsOn: "2026-10-31", endsOn: "2026-11-02" } as const;
    const on = (startsLocal: WallTime, endsLocal: WallTime, hours: Partial<WallTimes> = {}) =>
      placeSession({ startsLocal, endsLocal, zone, ...hours }, night, [], nowhere);
    expect(on("2026-11-01T01:30", "2026-11-01T03:00")).toBe("startsLocal.twice");
    expect(on("2026-11-01T01:30", "2026-11-01T03:00", { startsHour: "first" })).toMatchObject({
      startsAt: "2026-11-01T08:30:00.000Z",
    });
    expect(on("2026-11-01T01:30", "2026-11-01T03:00", { startsHour: "second" })).toMatchObject({
      startsAt: "2026-11-01T09:30:00.000Z",
    });
    expect(on("2026-10-31T22:00", "2026-11-01T01:15")).toBe("endsLocal.twice");
    expect(on("2026-10-31T22:00", "2026-11-01T01:15", { endsHour: "second" })).toMatchObject({
      endsAt: "2026-11-01T09:15:00.000Z",
    });
    expect(on("2026-11-01T01:15", "2026-11-01T01:45", { startsHour: "first" })).toBe("endsLocal.twice");
    // what begins in the second hour ends in it
    const late = on("2026-11-01T01:15", "2026-11-01T01:45", { startsHour: "second" });
    expect(late).toEqual({ startsAt: "2026-11-01T09:15:00.000Z", endsAt: "2026-11-01T09:45:00.000Z" });
    const times = { startsLocal: "2026-11-01T01:15", endsLocal: "2026-11-01T01:45", zone } as const;
    expect(repeatedHoursOf(times, late as Span)).toEqual({ startsHour: "second", endsHour: "second" });
    // an hour that comes once has nothing to say
    const day = on("2026-11-01T09:00", "2026-11-01T10:00", { startsHour: "second" });
    expect(
      repeatedHoursOf({ startsLocal: "2026-11-01T09:00", endsLocal: "2026-11-01T10:00", zone }, day as Span),
    ).toEqual({ startsHour: null, endsHour: null });
  });

  test("a session at another's hour is refused, and names the other", () => {
    const held = { number: 1, startsAt: "2026-11-03T16:00:00.000Z", endsAt: "2026-11-03T18:00:00.000Z" } as const;
    const other = { ...held, ...nowhere };
    expect(placeSession(times, days, [other], nowhere)).toEqual({ heldThen: other });
  });

  test.each<[Partial<Spot>, Partial<Spot>, boolean]>([
    [{}, {}, false],
    [{ room: "Aula 1" }, {}, false],
    [{ room: "Aula 1" }, { room: "aula  1" }, false],
    [{ room: "Aula 1" }, { room: "Aula 2" }, true],
    [{ venueId: "a" }, {}, true],
    [{ venueId: "a" }, { venueId: "a" }, false],
    [{ venueId: "a", roomId: "1" }, { venueId: "a", roomId: "2" }, true],
    [{ venueId: "a", roomId: "1" }, { venueId: "a", roomId: "1", room: "otra" }, false],
    [{ venueId: "a", roomId: "1" }, { venueId: "a" }, false],
  ])("%j and %j can be held beside each other: %s", (one, other, are) => {
    expect(areApart({ ...nowhere, ...one }, { ...nowhere, ...other })).toBe(are);
    expect(areApart({ ...nowhere, ...other }, { ...nowhere, ...one })).toBe(are);
  });
});

test("sessions that somebody cannot both attend are found whatever the clocks of their venues show", () => {
  const span = (startsAt: Instant, endsAt: Instant) => ({ startsAt, endsAt });
  // 23:00 in Mexico City is 14:00 of the next day in Tokyo
  const mexico = [
    span("2026-11-03T15:00:00.000Z", "2026-11-03T17:00:00.000Z"),
    span("2026-11-04T05:00:00.000Z", "2026-11-04T07:00:00.000Z"),
  ];
  const tokyo = [
    span("2026-11-03T17:00:00.000Z", "2026-11-03T18:00:00.000Z"),
    span("2026-11-04T06:59:00.000Z", "2026-11-04T09:00:00.000Z"),
    span("2026-11-04T04:00:00.000Z", "2026-11-04T05:01:00.000Z"),
  ];
  expect(overlaps(mexico, tokyo)).toEqual([
    [mexico[1], tokyo[1]],
    [mexico[1], tokyo[2]],
  ]);
  expect(overlaps(mexico, [])).toEqual([]);
  expect(overlaps([], tokyo)).toEqual([]);
});

describe("what is typed", () => {
  const zone = "America/Mexico_City";
  test.each<[ClockTime, ClockTime, boolean, WallTime]>([
    ["09:00", "11:00", false, "2026-12-31T11:00"],
    // an end before the beginning is a slip, unless somebody says that it is a night
    ["22:00", "00:30", false, "2026-12-31T00:30"],
    ["10:00", "01:00", false, "2026-12-31T01:00"],
    ["22:00", "00:30", true, "2027-01-01T00:30"],
    ["09:00", "11:00", true, "2027-01-01T11:00"],
    ["18:00", "24:00", false, "2027-01-01T00:00"],
    ["18:00", "24:00", true, "2027-01-01T00:00"],
    ["09:00", "09:00", false, "2026-12-31T09:00"],
    ["00:30", "02:00", false, "2026-12-31T02:00"],
  ])("from %s to %s on the last of December, on the next day %s, ends at %s", (...given) => {
    const [startsTime, endsTime, endsNextDay, endsLocal] = given;
    const typed = { date: "2026-12-31", startsTime, endsTime, endsNextDay } as const;
    expect(wallTimes(typed, zone)).toEqual({ startsLocal: `2026-12-31T${startsTime}`, endsLocal, zone });
  });
});

test("a session is today's by the day at its venue, not by the reader's", () => {
  const evening = { startsLocal: "2026-11-23T18:00", zone: "America/Mexico_City" } as const;
  expect(isToday(evening, "2026-11-24T05:59:00.000Z")).toBe(true);
  expect(isToday(evening, "2026-11-24T06:00:00.000Z")).toBe(false);
  expect(isToday({ ...evening, zone: "Asia/Tokyo" }, "2026-11-23T05:59:00.000Z")).toBe(true);
  expect(isToday({ ...evening, zone: "Asia/Tokyo" }, "2026-11-23T15:00:00.000Z")).toBe(false);
});

test("the soonest of several sessions is the one that begins first", () => {
  const [late, soon] = [{ startsAt: "2026-11-24T15:00:00.000Z" }, { startsAt: "2026-11-23T15:00:00.000Z" }] as const;
  expect(soonestOf([late, soon])).toBe(soon);
  expect(soonestOf([])).toBeUndefined();
});
test("a new session is numbered after the highest, whatever was removed below", () => {
  expect(nextNumber([])).toBe(1);
  expect(nextNumber([{ number: 4 }, { number: 2 }])).toBe(5);
});

describe("a workshop can be completed", () => {
  const session = (startsAt: Instant, isCounted: boolean) => ({ startsAt, isCounted });
  const [first, second, third] = [
    "2026-11-03T15:00:00.000Z",
    "2026-11-04T15:00:00.000Z",
    "2026-11-05T15:00:00.000Z",
  ] as const;

  test("from the beginning of its last session that counts", () => {
    const sessions = [session(second, true), session(first, true), session(third, false)];
    expect(completableFrom(sessions)).toBe(second);
    expect(areAllHeld(sessions, "2026-11-04T14:59:59.999Z")).toBe(false);
    expect(areAllHeld(sessions, second)).toBe(true);
  });

  test("from that of its last session where none counts, and at any time without sessions", () => {
    expect(completableFrom([session(first, false), session(third, false)])).toBe(third);
    expect([completableFrom([]), areAllHeld([], first)]).toEqual([null, true]);
  });
});
