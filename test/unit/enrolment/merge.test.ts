import { describe, expect, test } from "vitest";
import { mayStay, offeredToStay } from "#app/enrolment/merge/merge.rules.ts";
import { enrolmentStates, nextState } from "#app/enrolment/rules.ts";

describe("of two enrolments of one person in a workshop", () => {
  test("either may stay, but for a certificate that is valid: its own stays, and neither of two", () => {
    for (const kept of enrolmentStates)
      for (const gone of enrolmentStates) {
        const of = (isKept: boolean, isGone: boolean) =>
          mayStay({ kept: { state: kept, isCertified: isKept }, gone: { state: gone, isCertified: isGone } });
        expect(of(false, false)).toEqual(["kept", "gone"]);
        expect(of(true, false)).toEqual(["kept"]);
        expect(of(false, true)).toEqual(["gone"]);
        expect(of(true, true)).toEqual([]);
      }
  });

  test("the one is offered that has come further, and of two alike that of the record that stays", () => {
    const order = ["withdrawn", "reserve", "notCompleted", "confirmed", "completed"] as const;
    for (const [place, kept] of order.entries())
      for (const [other, gone] of order.entries()) {
        const plain = { kept: { state: kept, isCertified: false }, gone: { state: gone, isCertified: false } };
        expect([kept, gone, offeredToStay(plain)]).toEqual([kept, gone, other > place ? "gone" : "kept"]);
        expect(offeredToStay({ ...plain, kept: { state: kept, isCertified: true } })).toBe("kept");
        expect(offeredToStay({ ...plain, gone: { state: gone, isCertified: true } })).toBe("gone");
        const both = { kept: { state: kept, isCertified: true }, gone: { state: gone, isCertified: true } };
        expect(offeredToStay(both)).toBeNull();
      }
  });

  test("the other is withdrawn, whatever it was", () => {
    for (const state of enrolmentStates)
      expect(nextState(state, "merger", {})).toBe(state === "withdrawn" ? null : "withdrawn");
  });
});
