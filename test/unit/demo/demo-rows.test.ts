import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { demoRows } from "#app/demo/rows/demo-rows.ts";
import type { Row, Rows } from "#app/demo/rows/rows.ts";
import { type Instant, instantOf } from "#app/time/instant.ts";
import { offsetMinutes } from "#app/time/offset.ts";
import { instantToWall, localDate } from "#app/time/wall-time.ts";
import { states } from "#app/workshops/rules.ts";

/** Any minute of the years in which the demo may be shown. */
const anyInstant = fc
  .date({ min: new Date("2024-01-01T00:00:00Z"), max: new Date("2044-12-31T23:59:00Z"), noInvalidDate: true })
  .map(instantOf);
/** The same for each test: a demo takes longer to make than to look at. */
const seed = fc.readConfigureGlobal().seed ?? Date.now();
const made = new Map<string, Rows>();
const always = (holds: (at: Instant, rows: Rows) => void) =>
  fc.assert(
    fc.property(anyInstant, (at) => {
      const rows = made.get(at) ?? demoRows(at, "hash").rows;
      made.set(at, rows);
      holds(at, rows);
    }),
    { numRuns: 40, seed },
  );

/** Moments at which days, months and clocks turn. */
const turns = [
  ["just after midnight UTC", "2026-11-23T00:00:30.000Z"],
  ["just before midnight UTC", "2026-11-23T23:59:30.000Z"],
  ["when office hours begin in Mexico City", "2026-11-23T15:00:00.000Z"],
  ["on 29 February", "2028-02-29T12:00:00.000Z"],
  ["on the day on which Tijuana's clocks go forward", "2027-03-14T10:00:00.000Z"],
  ["on the day on which Tijuana's clocks go back", "2026-11-01T09:00:00.000Z"],
  ["on New Year's Eve", "2026-12-31T15:00:00.000Z"],
] as const;

const sessionsOf = (rows: Rows, { id }: Row<"workshop">) => rows.session.filter(({ workshopId }) => workshopId === id);
const dayOf = ({ startsLocal }: Row<"session">) => startsLocal.slice(0, 10);

function runsToday(at: Instant, rows: Rows) {
  const running = rows.workshop.filter(({ state }) => state === "running");
  expect(running).toHaveLength(1);
  const [workshop] = running as [Row<"workshop">];
  const today = sessionsOf(rows, workshop).filter((session) => dayOf(session) === localDate(at, workshop.zone));
  const taken = today.map(({ id }) => rows.mark.filter(({ sessionId }) => sessionId === id).length);
  expect(taken).toContain((workshop.seatsTaken ?? 0) / 2);
}

describe("the demo, whenever it is made", () => {
  test("has a workshop in every state, and a good dozen in all", () => {
    always((_, rows) => {
      expect(new Set(rows.workshop.map(({ state }) => state))).toEqual(new Set(states));
      expect(rows.workshop.length).toBeGreaterThan(12);
    });
  });

  test.each(turns)("has a running workshop that meets today: %s", (_, at) => runsToday(at, demoRows(at, "hash").rows));

  test("has one running workshop, which meets today and has half of a sheet filled in", () => always(runsToday));

  test("has ended what is completed and not begun what is to come", () => {
    always((at, rows) => {
      for (const workshop of rows.workshop) {
        const sessions = sessionsOf(rows, workshop);
        if (workshop.state === "completed") expect(sessions.every(({ endsAt }) => endsAt < at)).toBe(true);
        else if (workshop.state !== "running") expect(sessions.every(({ startsAt }) => startsAt > at)).toBe(true);
      }
    });
  });

  test("records nothing that has not happened yet", () => {
    always((at, rows) => {
      const moments = [
        ...rows.enrolmentEvent.map((event) => event.at),
        ...rows.mark.map(({ recordedAt }) => recordedAt),
        ...rows.markCorrection.map(({ correctedAt }) => correctedAt),
        ...rows.workshop.flatMap(({ createdAt, changedAt }) => [createdAt, changedAt]),
      ];
      expect(moments.filter((moment) => moment > at)).toEqual([]);
    });
  });

  test("marks only sessions that have begun", () => {
    always((at, rows) => {
      const begun = new Set(rows.session.filter(({ startsAt }) => startsAt <= at).map(({ id }) => id));
      expect(rows.mark.filter(({ sessionId }) => !begun.has(sessionId))).toEqual([]);
    });
  });

  test("keeps sessions within their workshop's days, in the order of their numbers, without a clash", () => {
    always((_, rows) => {
      for (const workshop of rows.workshop) {
        const sessions = sessionsOf(rows, workshop);
        expect(sessions.map(({ number }) => number)).toEqual(sessions.map((_session, index) => index + 1));
        expect(
          sessions.filter((session) => dayOf(session) < workshop.startsOn || dayOf(session) > workshop.endsOn),
        ).toEqual([]);
        expect(sessions.filter(({ startsAt }, index) => startsAt < (sessions[index - 1]?.endsAt ?? ""))).toEqual([]);
        expect(sessions.length).toBeGreaterThanOrEqual(3);
        expect(sessions.length).toBeLessThanOrEqual(12);
      }
    });
  });

  test("crosses a change of the clocks in Tijuana, where sessions keep their wall times", () => {
    always((_, rows) => {
      const workshop = rows.workshop.find(({ zone }) => zone === "America/Tijuana") as Row<"workshop">;
      const sessions = sessionsOf(rows, workshop);
      expect(
        new Set(sessions.map(({ startsAt }) => offsetMinutes(startsAt, instantToWall(startsAt, workshop.zone)))).size,
      ).toBe(2);
      const starts = sessions.map(({ startsLocal }) => startsLocal.slice(11));
      expect(starts.filter((time) => time === "09:00")).toHaveLength(4);
    });
  });

  test("has an online workshop at 09:00 in Mexico City, which is midnight of the next day in Tokyo", () => {
    always((_, rows) => {
      const workshop = rows.workshop.find(({ mode }) => mode === "online") as Row<"workshop">;
      for (const { startsAt, startsLocal } of sessionsOf(rows, workshop)) {
        expect(startsLocal.slice(11)).toBe("09:00");
        expect(startsAt.slice(11)).toBe("15:00:00.000Z");
        expect(localDate(startsAt, "Asia/Tokyo") > startsLocal.slice(0, 10)).toBe(true);
      }
    });
  });

  test("has a last seat, and full workshops where people wait", () => {
    always((_, rows) => {
      const open = rows.workshop.filter(({ state }) => state === "open");
      expect(
        open.filter(({ capacity, seatsTaken = 0, reserveCount }) => capacity - seatsTaken === 1 && reserveCount === 0),
      ).toHaveLength(1);
      expect(
        open.filter(({ capacity, seatsTaken, reserveCount = 0 }) => seatsTaken === capacity && reserveCount > 1),
      ).toHaveLength(2);
    });
  });

  test("never has anybody in two workshops on one day", () => {
    always((_, rows) => {
      const workshops = new Map(rows.workshop.map((workshop) => [workshop.id, workshop]));
      for (const person of rows.person) {
        const own = rows.enrolment
          .filter(({ personId }) => personId === person.id)
          .map(({ workshopId }) => workshops.get(workshopId));
        const inOrder = own.map((workshop) => [workshop?.startsOn ?? "", workshop?.endsOn ?? ""] as const).sort();
        expect(inOrder.filter(([startsOn], index) => startsOn <= (inOrder[index - 1]?.[1] ?? ""))).toEqual([]);
      }
    });
  });

  test("is the same for the same instant", () => {
    fc.assert(
      fc.property(anyInstant, (at) => {
        expect(demoRows(at, "hash")).toEqual(demoRows(at, "hash"));
      }),
      { numRuns: 5 },
    );
  });
});
