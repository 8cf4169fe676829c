import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  admissionRefusal,
  enrolmentStates,
  isExpected,
  isOver,
  lossOf,
  movingUp,
  offerTo,
  placement,
} from "#app/enrolment/rules.ts";
import { states } from "#app/workshops/rules.ts";

const seats = fc.record({ capacity: fc.nat(50), seatsTaken: fc.nat(50), reserveCount: fc.nat(50) });

describe("placement", () => {
  test("the last seat goes to whoever asks while nobody waits", () => {
    expect(placement({ capacity: 10, seatsTaken: 9, reserveCount: 0 })).toEqual({ status: "confirmed" });
  });

  test("a freed seat is not given to a newcomer while others wait", () => {
    expect(placement({ capacity: 10, seatsTaken: 9, reserveCount: 1 })).toEqual({ status: "reserve", rank: 2 });
  });

  test("nobody is seated beyond the capacity, and a reserve's rank follows the last one", () => {
    fc.assert(
      fc.property(seats, (given) => {
        const placed = placement(given);
        if (placed.status === "confirmed") return given.seatsTaken + given.reserveCount < given.capacity;
        return placed.rank === given.reserveCount + 1 && given.seatsTaken + given.reserveCount >= given.capacity;
      }),
    );
  });
});

describe("moving up", () => {
  test("never more than there are free seats, nor more than those who wait", () => {
    fc.assert(
      fc.property(seats, (given) => {
        const count = movingUp(given);
        return count >= 0 && count <= given.reserveCount && (count === 0 || given.seatsTaken + count <= given.capacity);
      }),
    );
  });
});

describe("admission", () => {
  const days = { zone: "America/Mexico_City", startsOn: "2026-11-23", endsOn: "2026-11-27" } as const;
  const span = { beginsAt: "2026-11-23T15:00:00.000Z", endsAt: "2026-11-27T17:00:00.000Z" } as const;
  const workshop = { state: "open", admission: "open", ...days, ...span } as const;
  const early = "2026-11-01T12:00:00.000Z";

  test("is open until the first session begins", () => {
    expect(admissionRefusal(workshop, "2026-11-23T14:59:59.999Z")).toBeNull();
    expect(admissionRefusal(workshop, "2026-11-23T15:00:00.000Z")).toBe("begun");
  });

  test("only in the state open, and not by selection", () => {
    const refusals: Record<string, string | null> = { open: null, running: "begun" };
    for (const state of states)
      expect(admissionRefusal({ ...workshop, state }, early)).toBe(state in refusals ? refusals[state] : "notOpen");
    expect(admissionRefusal({ ...workshop, admission: "selection" }, early)).toBe("bySelection");
  });
});

test("it is over once the workshop is, or once somebody is out of it", () => {
  for (const state of enrolmentStates) {
    const over = states.filter((workshopState) => isOver(state, workshopState));
    expect([state, over]).toEqual([state, state === "withdrawn" ? [...states] : ["completed", "cancelled"]]);
  }
});

test("people are expected where they hold a seat, unless the workshop is cancelled", () => {
  expect(enrolmentStates.filter((state) => isExpected(state, "running"))).toEqual(["confirmed"]);
  expect(enrolmentStates.filter((state) => isExpected(state, "cancelled"))).toEqual([]);
});

describe("what a workshop's page has for its reader", () => {
  const guest = { isSignedIn: false, mayEnrol: false, state: null };
  const official = { isSignedIn: true, mayEnrol: true, state: null };

  test("while enrolment is open: to sign in, to enrol, or nothing for an account that may not", () => {
    expect(offerTo(guest, "open", null)).toBe("signIn");
    expect(offerTo(official, "open", null)).toBe("enrolment");
    expect(offerTo({ ...official, mayEnrol: false }, "open", null)).toBe("nothing");
  });

  test("otherwise why not, whoever reads", () => {
    for (const reader of [guest, official]) expect(offerTo(reader, "closed", "notOpen")).toBe("refusal");
  });

  test("what they have here comes first; whoever withdrew may enrol again; a cancelled one offers nothing", () => {
    for (const state of enrolmentStates) {
      const reader = { ...official, state };
      const isOut = state === "withdrawn";
      expect([state, offerTo(reader, "open", null)]).toEqual([state, isOut ? "enrolment" : "enrolled"]);
      expect([state, offerTo(reader, "closed", "notOpen")]).toEqual([state, isOut ? "refusal" : "enrolled"]);
      expect([state, offerTo(reader, "cancelled", "notOpen")]).toEqual([state, "refusal"]);
    }
  });
});

test("who withdraws is told what is lost", () => {
  expect([lossOf("reserve", 3), lossOf("confirmed", 3), lossOf("confirmed", 0)]).toEqual(["reserve", "seat", "free"]);
});
