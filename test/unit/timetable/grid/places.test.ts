import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Instant } from "#app/time/instant.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import { isWeekend, partsOf, weeksOf } from "#app/timetable/grid/layout/days.rules.ts";
import { lanesOf } from "#app/timetable/grid/layout/lanes.rules.ts";
import { drawingOf, gridPlaceOf } from "#app/timetable/grid/layout/places.rules.ts";

const zone = "America/Mexico_City";
const columns = (["2026-11-23", "2026-11-24", "2026-11-25"] as const).map((date) => ({ date, room: null }));
const session = (startsAt: Instant, endsAt: Instant, where = "") => ({ id: startsAt, startsAt, endsAt, where });

describe("a week", () => {
  test("goes from Monday to Sunday, and shows the free days between", () => {
    expect(weeksOf(["2026-11-26", "2026-11-29", "2026-11-30"])).toEqual([
      ["2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29"],
      ["2026-11-30"],
    ]);
    expect(weeksOf(["2023-12-31", "2024-01-01"])).toHaveLength(2);
    expect(weeksOf([])).toEqual([]);
  });

  test("ends with a Saturday and a Sunday, before and after the Monday from which it is counted", () => {
    const days = ["2023-12-30", "2023-12-31", "2024-01-01", "2026-11-28", "2026-11-30"] as const;
    expect(days.map(isWeekend)).toEqual([true, true, false, true, false]);
  });
});

describe("the days of a workshop", () => {
  test("stand beside each other, up to two weeks", () => {
    expect(partsOf({ startsOn: "2026-11-23", endsOn: "2026-12-06" })).toHaveLength(1);
  });

  test("are parts of whole weeks where they are more", () => {
    const parts = partsOf({ startsOn: "2026-11-25", endsOn: "2026-12-16" });
    expect(parts.map((days) => [days[0], days.at(-1)])).toEqual([
      ["2026-11-25", "2026-12-06"],
      ["2026-12-07", "2026-12-16"],
    ]);
  });

  test("each stand in one part", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (length) => {
        const endsOn = new Date(Date.UTC(2026, 10, 23 + length)).toISOString().slice(0, 10) as LocalDate;
        const days = partsOf({ startsOn: "2026-11-23", endsOn }).flat();
        expect(new Set(days).size).toBe(length + 1);
        expect(days).toEqual(days.toSorted());
      }),
    );
  });
});

describe("a session's place", () => {
  test("is its column's hour, whatever zone its own clock follows", () => {
    const at = session("2026-11-24T15:00:00.000Z", "2026-11-24T17:30:00.000Z");
    expect(gridPlaceOf(at, columns, zone)).toMatchObject({ column: 1, from: 540, to: 690 });
    expect(gridPlaceOf(at, columns, "America/Tijuana")).toMatchObject({ column: 1, from: 420, to: 570 });
    expect(gridPlaceOf(at, columns, "Asia/Tokyo")).toMatchObject({ column: 2, from: 0, to: 150 });
  });

  test("goes past midnight in its own column", () => {
    const night = session("2026-11-24T04:00:00.000Z", "2026-11-24T07:00:00.000Z");
    expect(gridPlaceOf(night, columns, zone)).toMatchObject({ column: 0, from: 1320, to: 1500 });
    expect(drawingOf([night], { columns, zone }).pieces).toHaveLength(1);
  });

  test("goes on in the next column where a night is longer than its own", () => {
    const night = session("2026-11-24T02:00:00.000Z", "2026-11-24T14:00:00.000Z");
    const early = session("2026-11-24T11:00:00.000Z", "2026-11-24T11:30:00.000Z");
    const { pieces } = drawingOf([night, early], { columns, zone });
    const parts = pieces.filter(({ id }) => id === night.id);
    expect(
      parts.map(({ column, part, isCutBefore, isCutAfter }) => ({ column, part, isCutBefore, isCutAfter })),
    ).toEqual([
      { column: 0, part: 0, isCutBefore: false, isCutAfter: true },
      { column: 1, part: 1, isCutBefore: true, isCutAfter: false },
    ]);
  });

  test("is the column of its room, where columns are rooms", () => {
    const rooms = ["Aula 1", ""].map((room) => ({ date: "2026-11-23" as const, room }));
    const at = ["2026-11-23T15:00:00.000Z", "2026-11-23T16:00:00.000Z"] as const;
    expect(gridPlaceOf(session(...at, "Aula 1"), rooms, zone).column).toBe(0);
    expect(gridPlaceOf(session(...at), rooms, zone).column).toBe(1);
    expect(gridPlaceOf(session(...at, "Otra"), rooms, zone).column).toBe(-1);
  });
});

describe("what takes place at the same time", () => {
  test("stands beside each other", () => {
    const lanes = lanesOf([
      { from: 540, to: 600 },
      { from: 600, to: 660 },
      { from: 610, to: 640 },
      { from: 640, to: 700 },
      { from: 700, to: 760 },
    ]);
    expect(lanes.map(({ lane, lanes }) => [lane, lanes])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
      [1, 2],
      [0, 1],
    ]);
  });

  const blocks = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 1, max: 300 }))
      .map(([from, length]) => ({ from, to: from + length })),
    { maxLength: 20 },
  );

  test("never lies on another, in as few lanes as there have to be", () => {
    fc.assert(
      fc.property(blocks, (all) => {
        const laned = lanesOf(all);
        const isAtOnce = (a: (typeof all)[0], b: (typeof all)[0]) => a.from < b.to && b.from < a.to;
        for (const [index, a] of laned.entries())
          for (const b of laned.slice(index + 1))
            if (isAtOnce(a, b)) expect(a.lane + a.wide <= b.lane || b.lane + b.wide <= a.lane).toBe(true);
        const most = Math.max(0, ...all.map(({ from }) => all.filter((b) => b.from <= from && from < b.to).length));
        expect(Math.max(0, ...laned.map(({ lane }) => lane + 1))).toBe(most);
      }),
    );
  });
});
