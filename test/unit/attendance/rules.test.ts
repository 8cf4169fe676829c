import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sheetForm } from "#app/attendance/form.ts";
import { attendanceShare, reaches } from "#app/attendance/measures.rules.ts";
import { keepsItsDay, sheetRefusal } from "#app/attendance/rules.ts";
import type { Instant } from "#app/time/instant.ts";
import { states, type WorkshopState } from "#app/workshops/rules.ts";

const counts = fc
  .record({ present: fc.nat(30), late: fc.nat(30), excused: fc.nat(30), absent: fc.nat(30), unmarked: fc.nat(30) })
  .map(({ unmarked, ...marks }) => ({
    ...marks,
    sessions: marks.present + marks.late + marks.excused + marks.absent + unmarked,
  }));

describe("attendance", () => {
  test("four of five sessions reach 80%, exactly", () => {
    const marks = { present: 3, late: 1, excused: 0, absent: 1, sessions: 5 };
    expect(attendanceShare(marks)).toBe(0.8);
    expect(reaches(marks, 80)).toBe(true);
    expect(reaches(marks, 81)).toBe(false);
  });

  test("an excused absence counts neither way; a session without a mark counts as missed", () => {
    expect(attendanceShare({ present: 4, late: 0, excused: 1, absent: 0, sessions: 5 })).toBe(1);
    expect(attendanceShare({ present: 4, late: 0, excused: 0, absent: 0, sessions: 5 })).toBe(0.8);
  });

  test("who was always excused reaches no minimum; where none is asked, or nothing counts, nobody falls short", () => {
    const excused = { present: 0, late: 0, excused: 2, absent: 0, sessions: 2 };
    const nothing = { present: 0, late: 0, excused: 0, absent: 0, sessions: 0 };
    expect(attendanceShare(excused)).toBeNull();
    expect([excused, nothing].map((counts) => reaches(counts, 1))).toEqual([false, true]);
    expect([excused, nothing].map((counts) => reaches(counts, 0))).toEqual([true, true]);
  });

  test("the share lies between 0 and 1, and agrees with the comparison in whole numbers", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 100 }), (marks, minimum) => {
        const share = attendanceShare(marks);
        const asksNothing = minimum === 0 || marks.sessions === 0;
        if (share === null || asksNothing) return reaches(marks, minimum) === asksNothing;
        return (
          share >= 0 &&
          share <= 1 &&
          (Math.abs(share * 100 - minimum) < 1e-9 || reaches(marks, minimum) === share * 100 > minimum)
        );
      }),
    );
  });

  test("is taken from the day of the session at its venue, in a workshop that has sheets", () => {
    const days = { zone: "Asia/Tokyo", startsOn: "2026-11-22", endsOn: "2026-11-23" } as const;
    const span = { beginsAt: "2026-11-22T00:00:00.000Z", endsAt: "2026-11-23T03:00:00.000Z" } as const;
    const second = { startsLocal: "2026-11-23T09:00" } as const;
    const refusal = (state: WorkshopState, at: Instant) => sheetRefusal({ ...days, ...span, state }, second, at);
    const withSheets = ["open", "closed", "running", "completed"];
    // midnight in Tokyo
    for (const state of states) {
      const has = withSheets.includes(state);
      expect([state, refusal(state, "2026-11-22T14:59:59.999Z")]).toEqual([state, has ? "tooEarly" : "noSheets"]);
      expect([state, refusal(state, "2026-11-22T15:00:00.000Z")]).toEqual([state, has ? null : "noSheets"]);
    }
  });

  test("a session keeps its day whatever hours it moves to on it", () => {
    const session = { startsLocal: "2026-11-23T09:00" } as const;
    expect(keepsItsDay(session, { date: "2026-11-23" })).toBe(true);
    expect(keepsItsDay(session, { date: "2026-11-24" })).toBe(false);
  });
});

describe("the sheet's form", () => {
  test("takes one status for each person and leaves out what is not a mark", () => {
    const parsed = sheetForm.parse({ "mark.a": "present", "mark.b": "late", other: "x" });
    expect([...parsed.marks]).toEqual([
      ["a", "present"],
      ["b", "late"],
    ]);
  });

  test("refuses a status that does not exist, a doubled one and a prototype's name", () => {
    for (const fields of [
      { "mark.a": "here" },
      { "mark.a": ["present", "late"] },
      { "mark.__proto__": "constructor" },
    ]) {
      expect(sheetForm.safeParse(fields).success).toBe(false);
    }
  });
});
