import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { admissionRefusal, enrolmentStates, movingUp, withdrawalRefusal } from "#app/enrolment/rules.ts";
import { type Instant, instantOf } from "#app/time/instant.ts";
import { localDate, plusLocalDays } from "#app/time/wall-time.ts";
import { wallToInstant } from "#app/time/zoned-time.ts";
import { type Zone, zones } from "#app/time/zones.ts";
import {
  type Act,
  isAllowed,
  isEver,
  isFillable,
  mayNow,
  momentOf,
  moments,
  type Timing,
  workshopActs,
} from "#app/workshops/moments.rules.ts";
import { states, type WorkshopState } from "#app/workshops/rules.ts";

const untilItIsOver: Record<WorkshopState, string> = {
  ...{ draft: "-", published: "afu", open: "afu", closed: "afu", running: "afu", completed: "-", cancelled: "-" },
};

/** `-` nothing · `a` ahead · `f` first day · `u` under way · `o` over: as a coordinator would say it. */
const table: Record<Act, Record<WorkshopState, string>> = {
  enrol: { draft: "-", published: "-", open: "af", closed: "-", running: "-", completed: "-", cancelled: "-" },
  nominate: { draft: "-", published: "a", open: "a", closed: "a", running: "-", completed: "-", cancelled: "-" },
  leaveSeat: { draft: "-", published: "af", open: "af", closed: "af", running: "af", completed: "-", cancelled: "-" },
  moveUp: { draft: "-", published: "af", open: "af", closed: "af", running: "af", completed: "-", cancelled: "-" },
  takeSeat: { draft: "-", published: "af", open: "af", closed: "af", running: "af", completed: "-", cancelled: "-" },
  leaveReserve: untilItIsOver,
  addOther: untilItIsOver,
  withdrawOther: untilItIsOver,
  giveSeat: untilItIsOver,
  takeSheet: {
    ...{ draft: "-", published: "-", open: "fuo", closed: "fuo", running: "fuo", completed: "afuo", cancelled: "-" },
  },
  planSessions: {
    ...{ draft: "afuo", published: "afuo", open: "afuo", closed: "afuo", running: "afuo" },
    ...{ completed: "-", cancelled: "-" },
  },
  postpone: {
    ...{ draft: "afuo", published: "af", open: "af", closed: "af" },
    ...{ running: "-", completed: "-", cancelled: "-" },
  },
  start: { draft: "-", published: "-", open: "-", closed: "fuo", running: "-", completed: "-", cancelled: "-" },
  complete: { draft: "-", published: "-", open: "-", closed: "-", running: "uo", completed: "-", cancelled: "-" },
};

const acts = Object.keys(workshopActs) as Act[];

const at = (wall: `${number}-${number}-${number}T${number}:${number}`, zone: Zone) =>
  wallToInstant(wall, zone) as Instant;

/** A workshop of one session. */
const oneSession = (zone: Zone, from: Parameters<typeof at>[0], to: Parameters<typeof at>[0]): Timing => ({
  zone,
  startsOn: from.slice(0, 10) as Timing["startsOn"],
  endsOn: from.slice(0, 10) as Timing["endsOn"],
  beginsAt: at(from, zone),
  endsAt: at(to, zone),
});

test("every act, in every state, at every moment", () => {
  for (const act of acts)
    for (const state of states)
      for (const moment of moments)
        expect([act, state, moment, isAllowed(act, state, moment)]).toEqual([
          ...[act, state, moment],
          table[act][state].includes(moment[0] as string),
        ]);
  for (const act of acts)
    expect([act, states.filter((state) => isEver(act, state))]).toEqual([
      act,
      states.filter((state) => table[act][state] !== "-"),
    ]);
});

describe("what the table keeps together", () => {
  const everywhere = states.flatMap((state) => moments.map((moment) => [state, moment] as const));
  const cells = (act: Act) => everywhere.filter(([state, moment]) => isAllowed(act, state, moment)).map(String);

  test("a seat can be given back exactly where it can be given on", () => {
    expect(cells("leaveSeat")).toEqual(cells("moveUp"));
  });

  test("whoever can enrol can leave, and whoever waits can leave for as long as whoever has a seat, or longer", () => {
    expect(cells("leaveSeat")).toEqual(expect.arrayContaining(cells("enrol")));
    expect(cells("leaveReserve")).toEqual(expect.arrayContaining(cells("leaveSeat")));
  });

  test("what has ended, for good or by its completion, has nobody come or go, and no session moved", () => {
    for (const state of ["completed", "cancelled"] as const)
      expect(acts.filter((act) => isEver(act, state))).toEqual(state === "completed" ? ["takeSheet"] : []);
  });
});

describe("the moment", () => {
  const tokyo = oneSession("Asia/Tokyo", "2026-11-26T09:00", "2026-11-26T12:00");
  const evening = oneSession("Asia/Tokyo", "2026-11-26T22:00", "2026-11-26T23:30");
  const overnight = oneSession("America/Mexico_City", "2026-11-26T22:00", "2026-11-27T01:00");
  // clocks in Tijuana are set back on 1 November at two
  const setBack = oneSession("America/Tijuana", "2026-11-01T00:30", "2026-11-01T03:00");

  test.each([
    ["2026-11-25T23:59", "ahead"],
    ["2026-11-26T00:00", "firstDay"],
    ["2026-11-26T08:59", "firstDay"],
    ["2026-11-26T09:00", "underWay"],
    ["2026-11-26T11:59", "underWay"],
    ["2026-11-26T12:00", "over"],
    ["2026-11-26T20:08", "over"],
  ] as const)("of a morning in Tokyo, at %s there: %s", (wall, moment) => {
    expect(momentOf(tokyo, at(wall, "Asia/Tokyo"))).toBe(moment);
  });

  test("is by instants, not by days: after the morning nobody comes in, before the evening anybody may leave", () => {
    const open = { state: "open", admission: "open" } as const;
    const late = at("2026-11-26T20:08", "Asia/Tokyo");
    expect(admissionRefusal({ ...tokyo, ...open }, late)).toBe("begun");
    expect(mayNow("moveUp", { ...tokyo, ...open }, late)).toBe(false);
    expect(withdrawalRefusal("confirmed", { ...tokyo, ...open }, late)).toBe("over");
    const before = at("2026-11-26T20:16", "Asia/Tokyo");
    expect(admissionRefusal({ ...evening, ...open }, before)).toBeNull();
    expect(withdrawalRefusal("reserve", { ...evening, ...open }, before)).toBeNull();
    expect(withdrawalRefusal("confirmed", { ...evening, ...open }, before)).toBeNull();
    expect(mayNow("moveUp", { ...evening, ...open }, before)).toBe(true);
  });

  test.each([
    ["2026-11-26T21:59", "firstDay"],
    ["2026-11-27T00:30", "underWay"],
    ["2026-11-27T01:00", "over"],
  ] as const)("of a night in Mexico City, at %s there: %s", (wall, moment) => {
    expect(momentOf(overnight, at(wall, "America/Mexico_City"))).toBe(moment);
  });

  test("of a night on which clocks are set back lasts an hour longer", () => {
    expect(momentOf(setBack, "2026-11-01T06:59:00.000Z")).toBe("ahead");
    expect(momentOf(setBack, "2026-11-01T07:00:00.000Z")).toBe("firstDay");
    expect(momentOf(setBack, "2026-11-01T07:30:00.000Z")).toBe("underWay");
    expect(momentOf(setBack, "2026-11-01T10:59:00.000Z")).toBe("underWay");
    expect(momentOf(setBack, "2026-11-01T11:00:00.000Z")).toBe("over");
  });

  test("without sessions is by the days at the venue, which count whole", () => {
    const days = { zone: "Asia/Tokyo", startsOn: "2026-11-26", endsOn: "2026-11-27" } as const;
    const planned = { ...days, beginsAt: null, endsAt: null };
    const seen = ["2026-11-25T23:59", "2026-11-26T00:00", "2026-11-27T23:59", "2026-11-28T00:00"] as const;
    expect(seen.map((wall) => momentOf(planned, at(wall, "Asia/Tokyo")))).toEqual([
      ...["ahead", "underWay", "underWay", "over"],
    ]);
  });

  test("never goes back, and is what a list of sessions would say", () => {
    const minutes = fc.integer({ min: 0, max: 14 * 24 * 60 });
    const session = fc.record({ start: minutes, length: fc.integer({ min: 1, max: 16 * 60 }) });
    const origin = Date.parse("2026-10-28T00:00:00.000Z");
    const instant = (minute: number) => instantOf(new Date(origin + minute * 60_000));
    const sample = fc.record({
      zone: fc.constantFrom(...zones),
      sessions: fc.array(session, { minLength: 1, maxLength: 5 }),
      now: minutes,
      later: minutes,
    });
    fc.assert(
      fc.property(sample, ({ zone, sessions, now, later }) => {
        const begins = Math.min(...sessions.map(({ start }) => start));
        const ends = Math.max(...sessions.map(({ start, length }) => start + length));
        const [beginsAt, endsAt] = [instant(begins), instant(ends)];
        const day = localDate(beginsAt, zone);
        // its own days say nothing where there are sessions
        const workshop = { zone, startsOn: plusLocalDays(day, -1), endsOn: day, beginsAt, endsAt };
        const moment = momentOf(workshop, instant(now));
        const hasBegun = sessions.some(({ start }) => start <= now);
        const isOver = sessions.every(({ start, length }) => start + length <= now);
        const isDay = localDate(instant(now), zone) >= day;
        expect(moment).toBe(isOver ? "over" : hasBegun ? "underWay" : isDay ? "firstDay" : "ahead");
        const next = momentOf(workshop, instant(Math.max(now, later)));
        expect(moments.indexOf(next)).toBeGreaterThanOrEqual(moments.indexOf(moment));
      }),
    );
  });
});

describe("a seat that is free beside people who wait", () => {
  const timing = oneSession("Asia/Tokyo", "2026-11-26T09:00", "2026-11-26T12:00");
  const before = at("2026-11-26T08:59", "Asia/Tokyo");

  test("is there exactly where somebody can move up", () => {
    const seats = fc.record({ capacity: fc.nat(5), seatsTaken: fc.nat(5), reserveCount: fc.nat(5) });
    fc.assert(
      fc.property(seats, fc.constantFrom(...states), (given, state) => {
        const workshop = { ...timing, ...given, state };
        const canMove = movingUp(given) > 0 && ["published", "open", "closed", "running"].includes(state);
        return isFillable(workshop, before) === canMove && !isFillable(workshop, timing.beginsAt as Instant);
      }),
    );
  });
});

describe("why somebody cannot leave", () => {
  const timing = oneSession("Asia/Tokyo", "2026-11-26T09:00", "2026-11-26T12:00");
  const when = {
    before: at("2026-11-26T08:59", "Asia/Tokyo"),
    during: at("2026-11-26T09:00", "Asia/Tokyo"),
    after: at("2026-11-26T12:00", "Asia/Tokyo"),
  };
  const told = (state: WorkshopState, moment: keyof typeof when) =>
    Object.fromEntries(enrolmentStates.map((one) => [one, withdrawalRefusal(one, { ...timing, state }, when[moment])]));

  test("a seat is held once the workshop has begun; a place in the queue until it is over", () => {
    for (const state of ["open", "closed", "running"] as const) {
      expect(told(state, "before")).toMatchObject({ reserve: null, confirmed: null });
      expect(told(state, "during")).toMatchObject({ reserve: null, confirmed: "tooLate" });
      expect(told(state, "after")).toMatchObject({ reserve: "over", confirmed: "over" });
    }
  });

  test("nobody leaves what was completed or cancelled, and whoever is settled or gone stays so", () => {
    for (const state of ["completed", "cancelled"] as const)
      for (const moment of ["before", "during", "after"] as const)
        expect(new Set(Object.values(told(state, moment)))).toEqual(new Set(["over"]));
    const { completed, notCompleted, withdrawn } = told("open", "before");
    expect([completed, notCompleted, withdrawn]).not.toContain(null);
  });
});
