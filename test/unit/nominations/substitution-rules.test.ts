import fc from "fast-check";
import { expect, test } from "vitest";
import {
  replacingRefusal,
  substituteRefusal,
  substitutionWindow,
} from "#app/nominations/substitution/substitution.rules.ts";

const workshop = { startsOn: "2027-06-21", zone: "Asia/Tokyo" } as const;

test.each([
  // the host's midnight: in Mexico it is still the day before
  ["2027-05-31T14:59:59.000Z", "free"],
  ["2027-05-31T15:00:00.000Z", "late"],
  ["2027-06-14T14:59:59.000Z", "late"],
  ["2027-06-14T15:00:00.000Z", "over"],
  ["2027-06-22T00:00:00.000Z", "over"],
] as const)("at %s it is %s", (at, window) => {
  expect(substitutionWindow(workshop, at)).toBe(window);
});

test("somebody is proposed for whoever was selected and has their seat, one at a time, in time", () => {
  const seated = { state: "selected" as const, isSeated: true, hasSubstitute: false };
  expect([replacingRefusal(seated, "free"), replacingRefusal(seated, "late")]).toEqual([null, null]);
  expect(replacingRefusal(seated, "over")).toBe("over");
  expect(replacingRefusal({ ...seated, hasSubstitute: true }, "free")).toBe("asked");
  const states = fc.constantFrom("draft", "submitted", "endorsed", "returned", "notSelected", "withdrawn");
  // whoever has moved up has a seat like any other
  expect(replacingRefusal({ ...seated, state: "reserve" }, "free")).toBe(null);
  expect(replacingRefusal({ ...seated, state: "reserve", isSeated: false }, "free")).toBe("noSeat");
  fc.assert(fc.property(states, (state) => replacingRefusal({ ...seated, state }, "free") === "noSeat"));
  expect(replacingRefusal({ ...seated, isSeated: false }, "free")).toBe("noSeat");
});

test("a substitute is one of the sender's own, who is neither enrolled nor nominated", () => {
  const fit = { isOwn: true, isEnrolled: false, isNominated: false };
  expect(substituteRefusal(fit)).toBe(null);
  expect(substituteRefusal({ ...fit, isOwn: false })).toBe("substituteElsewhere");
  expect(substituteRefusal({ ...fit, isEnrolled: true })).toBe("substituteEnrolled");
  expect(substituteRefusal({ ...fit, isNominated: true })).toBe("substituteNominated");
});
