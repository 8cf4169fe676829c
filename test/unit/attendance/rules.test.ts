import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sheetForm } from "#app/attendance/form.ts";
import { attendanceShare, reaches } from "#app/attendance/measures.rules.ts";
import { mayTakeAttendance } from "#app/attendance/rules.ts";

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

  test("nothing to count reaches no minimum; where none is asked nobody falls short of it", () => {
    const excused = { present: 0, late: 0, excused: 2, absent: 0, sessions: 2 };
    const nothing = { present: 0, late: 0, excused: 0, absent: 0, sessions: 0 };
    expect(attendanceShare(excused)).toBeNull();
    expect([excused, nothing].map((counts) => reaches(counts, 1))).toEqual([false, false]);
    expect([excused, nothing].map((counts) => reaches(counts, 0))).toEqual([true, true]);
  });

  test("the share lies between 0 and 1, and agrees with the comparison in whole numbers", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 100 }), (marks, minimum) => {
        const share = attendanceShare(marks);
        if (share === null || minimum === 0) return reaches(marks, minimum) === (minimum === 0);
        return (
          share >= 0 &&
          share <= 1 &&
          (Math.abs(share * 100 - minimum) < 1e-9 || reaches(marks, minimum) === share * 100 > minimum)
        );
      }),
    );
  });

  test("is taken from the day of the session at its venue", () => {
    expect(mayTakeAttendance("running", "2026-11-23", "2026-11-22")).toBe(false);
    expect(mayTakeAttendance("running", "2026-11-23", "2026-11-23")).toBe(true);
    expect(mayTakeAttendance("draft", "2026-11-23", "2026-11-24")).toBe(false);
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
