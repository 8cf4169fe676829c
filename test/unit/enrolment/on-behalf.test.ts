import { describe, expect, test } from "vitest";
import {
  addingRefusal,
  changes,
  destinationOf,
  type InQueue,
  standsFrom,
  undoRefusal,
} from "#app/enrolment/behalf/behalf.rules.ts";
import { enrolmentStates, enrolmentWays, waysOnBehalf } from "#app/enrolment/rules.ts";
import { states, type WorkshopState } from "#app/workshops/rules.ts";

const timing = {
  zone: "America/Mexico_City",
  startsOn: "2026-11-23",
  endsOn: "2026-11-27",
  beginsAt: "2026-11-23T15:00:00.000Z",
  endsAt: "2026-11-27T17:00:00.000Z",
} as const;
const before = "2026-11-20T12:00:00.000Z";
const during = "2026-11-24T12:00:00.000Z";
const over = "2026-11-27T17:00:00.000Z";

const workshop = (state: WorkshopState = "open", seatsTaken = 10) => ({ ...timing, state, capacity: 10, seatsTaken });
const open = (standing: InQueue, of = workshop(), at: typeof before | typeof during | typeof over = before) =>
  Object.fromEntries(
    changes.flatMap((change) => {
      const to = destinationOf(change, standing, of, at);
      return to ? [[change, to]] : [];
    }),
  );

describe("what a coordinator may do", () => {
  test("to whoever has a seat: withdraw them, and take it where somebody else waits", () => {
    expect(open({ state: "confirmed", ahead: 0, others: 0 })).toEqual({ withdrawn: "withdrawn" });
    expect(open({ state: "confirmed", ahead: 0, others: 1 })).toEqual({ withdrawn: "withdrawn", unseated: "reserve" });
  });

  test("to whoever waits: by their turn where a seat is left, else before those who are named", () => {
    expect(open({ state: "reserve", ahead: 0, others: 2 })).toEqual({ withdrawn: "withdrawn" });
    expect(open({ state: "reserve", ahead: 1, others: 2 })).toEqual({ withdrawn: "withdrawn", overtaken: "reserve" });
    const free = workshop("open", 9);
    expect(open({ state: "reserve", ahead: 0, others: 2 }, free)).toEqual({
      ...{ withdrawn: "withdrawn", seated: "confirmed" },
    });
    expect(open({ state: "reserve", ahead: 1, others: 2 }, free)).toEqual({
      ...{ withdrawn: "withdrawn", overtaken: "confirmed" },
    });
  });

  test("once it has begun: everything but to take a seat", () => {
    const running = workshop("running", 9);
    expect(open({ state: "confirmed", ahead: 0, others: 1 }, running, during)).toEqual({ withdrawn: "withdrawn" });
    expect(Object.keys(open({ state: "reserve", ahead: 1, others: 1 }, running, during))).toEqual([
      ...["overtaken", "withdrawn"],
    ]);
  });

  test("nothing once it is over, or to whoever is out of it or was settled", () => {
    for (const state of enrolmentStates) {
      const standing = { state, ahead: 1, others: 1 };
      expect(open(standing, workshop("running", 9), over)).toEqual({});
      for (const done of ["draft", "completed", "cancelled"] as const)
        expect(open(standing, workshop(done, 9))).toEqual({});
      if (state !== "reserve" && state !== "confirmed") expect(open(standing, workshop("open", 9))).toEqual({});
    }
  });

  test("is what the table of ways says, and each of its ways is one of these acts, or to add somebody", () => {
    const own = enrolmentWays.filter(({ by }) => by === "onBehalf");
    expect(own.map(({ from, to }) => `${from} → ${to}`)).toEqual([
      ...["null → confirmed", "null → reserve", "withdrawn → confirmed", "withdrawn → reserve"],
      ...["reserve → withdrawn", "confirmed → withdrawn"],
      ...["reserve → confirmed", "reserve → confirmed", "reserve → reserve", "confirmed → reserve"],
    ]);
    for (const { from, to, when } of own) {
      expect(waysOnBehalf(from, when)).toEqual([to]);
      // each of its conditions is needed
      for (const condition of Object.keys(when))
        expect(waysOnBehalf(from, { ...when, [condition]: undefined })).toEqual([]);
    }
  });
});

test("somebody can be added from the publication to the end, and is told why not otherwise", () => {
  const refusals = (at: typeof before | typeof over) =>
    Object.fromEntries(states.map((state) => [state, addingRefusal(workshop(state), at)]));
  const always = { draft: "unseen", completed: "over", cancelled: "over" };
  expect(refusals(before)).toEqual({ ...always, published: null, open: null, closed: null, running: null });
  expect(refusals(over)).toEqual({ ...always, published: "over", open: "over", closed: "over", running: "over" });
});

describe("an act is undone", () => {
  const act = { at: before, undoneAt: null } as const;
  const line = { former: "confirmed", became: "withdrawn.1", now: "withdrawn.1", state: "withdrawn" } as const;
  const undoing = {
    act,
    workshop: workshop("open", 9),
    lines: [line],
    isMerged: false,
    isMarked: false,
    isWrittenTo: false,
  };

  test("for a minute", () => {
    expect(undoRefusal(undoing, before)).toBeNull();
    expect(undoRefusal(undoing, "2026-11-20T12:00:59.999Z")).toBeNull();
    expect(undoRefusal(undoing, standsFrom(before))).toBe("tooLate");
    expect(standsFrom(before)).toBe("2026-11-20T12:01:00.000Z");
  });

  test.each([
    ["undone", { act: { ...act, undoneAt: before } }],
    ["changed", { lines: [line, { ...line, now: "confirmed.2" }] }],
    ["changed", { workshop: workshop("cancelled", 9) }],
    ["marked", { isMarked: true }],
    ["writtenTo", { isWrittenTo: true }],
    ["changed", { isMerged: true }],
    ["seatTaken", { workshop: workshop("open", 10) }],
  ] as const)("but not where something rests on it: %s", (because, difference) => {
    expect(undoRefusal({ ...undoing, ...difference } as typeof undoing, before)).toBe(because);
  });

  test("where its seat is in another's hands that the act itself has given it to", () => {
    const next = { former: "reserve", became: "confirmed.2", now: "confirmed.2", state: "confirmed" } as const;
    expect(undoRefusal({ ...undoing, workshop: workshop("open", 10), lines: [line, next] }, before)).toBeNull();
  });
});
