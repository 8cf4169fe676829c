import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type BookedSession,
  type Clash,
  clashKey,
  findClashes,
  interpretersNeeded,
  type Staff,
  type Surroundings,
} from "#app/clashes/rules.ts";
import type { Holiday } from "#app/time/holidays/holiday.ts";
import { type Instant, plusMinutes } from "#app/time/instant.ts";
import { instantToWall } from "#app/time/wall-time.ts";
import type { OpeningHours } from "#app/venues/rules.ts";

const zone = "America/Mexico_City";
/** A Monday, 09:00 in Mexico City. */
const monday = "2026-11-09T15:00:00.000Z" as const;

type Sketch = Partial<Omit<BookedSession, "id">> & { from?: number; minutes?: number };

/** @param from minutes after Monday, 09:00 */
function session(id: string, { from = 0, minutes = 60, ...facts }: Sketch = {}): BookedSession {
  const startsAt = plusMinutes(monday, from);
  const endsAt = plusMinutes(startsAt, minutes);
  const clock = facts.zone ?? zone;
  return {
    ...{ id, workshopId: "a", kind: "lecture", interpretation: "none", zone: clock, country: "MX" },
    ...{ startsAt, endsAt, startsLocal: instantToWall(startsAt, clock), endsLocal: instantToWall(endsAt, clock) },
    ...{ venueId: null, roomId: null, staff: [] },
    ...facts,
  };
}

const weekdays: OpeningHours[] = ([1, 2, 3, 4, 5] as const).map((weekday) => ({
  weekday,
  opensTime: "09:00",
  closesTime: "18:00",
}));

const nothing: Surroundings = {
  hours: new Map(),
  holidaysOn: () => null,
  isAbsent: () => false,
  sharedSeats: () => 0,
};

const kinds = (sessions: BookedSession[], surroundings: Partial<Surroundings> = {}) =>
  findClashes(sessions, { ...nothing, ...surroundings }).map(
    ({ kind, sessionIds }) => `${kind} ${sessionIds.join(" ")}`,
  );

const ana = (role: Staff["role"]): Staff => ({ personId: "ana", role });

describe("two sessions", () => {
  test("one after the other are in nobody's way", () => {
    expect(kinds([session("1", { roomId: "r" }), session("2", { roomId: "r", from: 60 })])).toEqual([]);
  });

  test.each<[string, Sketch, Sketch, string[]]>([
    ["in one room", { roomId: "r" }, { roomId: "r" }, ["room 1 2"]],
    ["in one room, of two workshops", { roomId: "r" }, { roomId: "r", workshopId: "b" }, ["room 1 2"]],
    ["in two rooms", { roomId: "r" }, { roomId: "s" }, []],
    ["in no room that is known", {}, {}, []],
    ["by one instructor", { staff: [ana("instructor")] }, { staff: [ana("instructor")] }, ["person 1 2"]],
    [
      "one taught, one interpreted by her",
      { staff: [ana("instructor")] },
      { staff: [ana("interpreter")] },
      ["person 1 2"],
    ],
    ["of one group, accompanied", { staff: [ana("companion")] }, { staff: [ana("companion")] }, []],
    [
      "of two groups, accompanied by one person",
      { staff: [ana("companion")] },
      { staff: [ana("companion")], workshopId: "b" },
      ["person 1 2"],
    ],
  ])("at one time %s", (_, one, other, expected) => {
    expect(kinds([session("1", one), session("2", { from: 30, ...other })])).toEqual(expected);
  });

  test("of two workshops that share people are in their way, and those of one workshop are not", () => {
    const sharedSeats = (one: string, other: string) => (one === "a" && other === "b" ? 3 : 0);
    expect(kinds([session("1", { workshopId: "b" }), session("2", { from: 30 })], { sharedSeats })).toEqual([
      "seats 1 2",
    ]);
    expect(kinds([session("1"), session("2", { from: 30 })], { sharedSeats: () => 3 })).toEqual([]);
  });

  test.each([
    [29, zone, ["transfer 1 2"]],
    [30, zone, []],
    [119, "America/Matamoros", ["transfer 1 2"]],
    [120, "America/Matamoros", []],
  ] as const)("at two venues with %i minutes between them, the second in %s: %j", (gap, elsewhere, expected) => {
    const next = session("2", { from: 60 + gap, venueId: "w", zone: elsewhere });
    expect(kinds([session("1", { venueId: "v" }), next])).toEqual(expected);
    const transfer = session("3", { from: 60, minutes: gap, kind: "transfer" });
    expect(kinds([session("1", { venueId: "v" }), transfer, next])).toEqual(expected);
  });
});

describe("a session", () => {
  const hours = new Map([["v", weekdays]]);
  test.each<[string, Sketch, string[]]>([
    ["within the hours of its venue", { venueId: "v" }, []],
    ["to the minute", { venueId: "v", minutes: 540 }, []],
    ["past them", { venueId: "v", minutes: 541 }, ["hours 1"]],
    ["before them", { venueId: "v", from: -1 }, ["hours 1"]],
    ["on a Saturday", { venueId: "v", from: 5 * 1440 }, ["hours 1"]],
    ["past midnight", { venueId: "v", from: 720, minutes: 240 }, ["hours 1"]],
    ["at a venue whose hours nobody has said", { venueId: "w", from: 720 }, []],
  ])("%s", (_, sketch, expected) => {
    expect(kinds([session("1", sketch)], { hours })).toEqual(expected);
  });

  test("on a day off is in the way, or is advised against", () => {
    const holiday = (kind: Holiday["kind"]): Holiday => ({
      on: "2026-11-09",
      name: "labour",
      isSubstitute: false,
      kind,
    });
    expect(kinds([session("1")], { holidaysOn: () => holiday("public") })).toEqual(["holiday 1"]);
    expect(kinds([session("1")], { holidaysOn: () => holiday("advice") })).toEqual(["dayOff 1"]);
  });

  test("by somebody who is away", () => {
    const isAbsent = (personId: string, on: string) => personId === "ana" && on === "2026-11-09";
    expect(kinds([session("1", { staff: [ana("instructor")] })], { isAbsent })).toEqual(["absence 1"]);
  });
});

test.each([
  [0, 0, 0],
  [40, 0, 1],
  [41, 0, 2],
  [240, 0, 2],
  [241, 0, 3],
  [360, 0, 3],
  [361, 0, 4],
  [0, 180, 1],
  [0, 181, 2],
  [41, 181, 2],
])("%i minutes of simultaneous interpretation and %i of consecutive need %i", (simultaneous, consecutive, needed) => {
  expect(interpretersNeeded({ simultaneous, consecutive })).toBe(needed);
});

test("a day with too few interpreters is named once, by all of its interpreted sessions", () => {
  const interpreted = { interpretation: "simultaneous", staff: [ana("interpreter")] } as const;
  const day = [session("1", interpreted), session("2", { ...interpreted, from: 60 }), session("3", { from: 120 })];
  expect(kinds(day)).toEqual(["interpreters 1 2"]);
});

const sketches = fc.array(
  fc.record({
    from: fc.integer({ min: 0, max: 40 }).map((quarters) => quarters * 15),
    minutes: fc.constantFrom(15, 30, 60, 120),
    workshopId: fc.constantFrom("a", "b"),
    venueId: fc.constantFrom(null, "v", "w"),
    roomId: fc.constantFrom(null, "r", "s"),
    kind: fc.constantFrom("lecture" as const, "transfer" as const),
    staff: fc.constantFrom([], [ana("instructor")], [ana("companion")]),
  }),
  { maxLength: 9 },
);

/** Compares each with each, as slowly as it is plain. */
function slowly(sessions: BookedSession[]): string[] {
  const found: string[] = [];
  for (const one of sessions)
    for (const other of sessions) {
      if (`${one.startsAt} ${one.id}` >= `${other.startsAt} ${other.id}`) continue;
      const meet = one.startsAt < other.endsAt && other.startsAt < one.endsAt;
      const isOneGroup = one.workshopId === other.workshopId;
      if (meet && one.roomId !== null && one.roomId === other.roomId) found.push(`room ${one.id} ${other.id}`);
      const [here, there] = [one.staff[0], other.staff[0]];
      const accompanies = [here, there].some((staff) => staff?.role === "companion");
      if (meet && here && there && !(isOneGroup && accompanies)) found.push(`person ${one.id} ${other.id}`);
      if (meet && !isOneGroup) found.push(`seats ${one.id} ${other.id}`);
    }
  return found.sort();
}

test("what is found is what comparing each with each finds, whatever the order in which they are given", () => {
  fc.assert(
    fc.property(sketches, (list) => {
      const sessions = list.map((sketch, index) => session(String(index), sketch));
      const pairs = (given: BookedSession[]) =>
        findClashes(given, { ...nothing, sharedSeats: () => 1 })
          .filter(({ kind }) => kind !== "transfer")
          .map(({ kind, sessionIds }) => `${kind} ${sessionIds.join(" ")}`)
          .sort();
      expect(pairs(sessions)).toEqual(slowly(sessions));
      expect(pairs(sessions.toReversed())).toEqual(slowly(sessions));
    }),
  );
});

test("asked about some, all that they are in is found, and nothing else", () => {
  fc.assert(
    fc.property(sketches, fc.integer({ min: 0, max: 8 }), (list, asked) => {
      const sessions = list.map((sketch, index) => session(String(index), sketch));
      const only = new Set([String(asked)]);
      const all = findClashes(sessions, nothing).filter(({ sessionIds }) => sessionIds.some((id) => only.has(id)));
      expect(findClashes(sessions, nothing, only)).toEqual(all);
    }),
  );
});

test("what was decided holds for these times alone", () => {
  const at = (startsAt: Instant) => ({ startsAt, endsAt: plusMinutes(startsAt, 60) });
  const clash: Clash = { kind: "room", sessionIds: ["1", "2"], roomId: "r" };
  const times = new Map([
    ["1", at(monday)],
    ["2", at(monday)],
  ]);
  const moved = new Map([...times, ["2", at(plusMinutes(monday, 15))]]);
  expect(clashKey(clash, times)).not.toBe(clashKey(clash, moved));
  expect(clashKey({ ...clash, roomId: "s" }, times)).not.toBe(clashKey(clash, times));
});
