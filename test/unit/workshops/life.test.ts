import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instantOf } from "#app/time/instant.ts";
import { plusLocalDays } from "#app/time/wall-time.ts";
import {
  isDue,
  isStepReached,
  lifeSteps,
  milestoneOutcome,
  milestoneProblem,
  milestones,
  offeredDays,
  profileNames,
} from "#app/workshops/life/life.rules.ts";
import { states, workshopWays } from "#app/workshops/rules.ts";

/** Five days in Tokyo, from 09:00 on the first. */
const tokyo = {
  zone: "Asia/Tokyo",
  startsOn: "2027-03-01",
  endsOn: "2027-03-05",
  beginsAt: "2027-03-01T00:00:00.000Z",
  endsAt: "2027-03-05T08:00:00.000Z",
  seatsTaken: 4,
  reserveCount: 0,
} as const;
const on = (state: (typeof states)[number]) => ({ ...tokyo, state });

describe("the day of a step", () => {
  test.each([
    ["open", "2027-01-09T14:59:59.999Z", false],
    ["open", "2027-01-09T15:00:00.000Z", true],
    // 10 January lasts until midnight in Tokyo
    ["closed", "2027-01-10T14:59:59.999Z", false],
    ["closed", "2027-01-10T15:00:00.000Z", true],
  ] as const)("%s is due at %s: %s", (step, at, due) => {
    expect(isDue({ step, dueOn: "2027-01-10" }, tokyo, at)).toBe(due);
  });

  test("is that of the first session where none was given", () => {
    expect(isDue({ step: "running", dueOn: null }, tokyo, "2027-02-28T14:59:59.999Z")).toBe(false);
    expect(isDue({ step: "running", dueOn: null }, tokyo, "2027-02-28T15:00:00.000Z")).toBe(true);
    const later = { ...tokyo, beginsAt: "2027-03-03T00:00:00.000Z" } as const;
    expect(isDue({ step: "running", dueOn: null }, later, "2027-03-02T14:59:59.999Z")).toBe(false);
    const bare = { ...tokyo, beginsAt: null, endsAt: null };
    expect(isDue({ step: "running", dueOn: null }, bare, "2027-02-28T15:00:00.000Z")).toBe(true);
  });
});

describe("a step whose day has come", () => {
  const at = "2027-03-01T00:30:00.000Z" as const;
  const early = "2027-01-10T00:00:00.000Z" as const;

  test("is taken from the state before it, and from no other", () => {
    const taken = milestones.flatMap((step) =>
      states.flatMap((state) =>
        milestoneOutcome(on(state), step, step === "running" ? at : early).outcome === "taken"
          ? [`${state} ${step}`]
          : [],
      ),
    );
    expect(taken).toEqual(["published open", "open closed", "closed running"]);
  });

  test("only ever goes where the table has an open way, and forwards", () => {
    const moment = fc
      .integer({ min: -200 * 24, max: 40 * 24 })
      .map((hours) => instantOf(new Date(Date.parse("2027-03-01T00:00:00Z") + hours * 3_600_000)));
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.constantFrom(...milestones), moment, (state, step, when) => {
        const found = milestoneOutcome(on(state), step, when);
        if (found.outcome !== "taken") return;
        expect(workshopWays.some(({ from, to }) => from === state && to === step)).toBe(true);
        expect(isStepReached(state, step)).toBe(false);
      }),
    );
  });

  test("is passed where the workshop is past it, and missed where it has not come so far", () => {
    expect(milestoneOutcome(on("closed"), "open", early)).toEqual({ outcome: "passed" });
    expect(milestoneOutcome(on("cancelled"), "closed", early)).toEqual({ outcome: "passed" });
    expect(milestoneOutcome(on("draft"), "open", early)).toEqual({ outcome: "missed", because: "notFromHere" });
    expect(milestoneOutcome(on("open"), "running", at)).toEqual({ outcome: "missed", because: "notFromHere" });
    expect(milestoneOutcome(on("closed"), "running", early)).toEqual({ outcome: "missed", because: "tooEarlyToStart" });
    expect(milestoneOutcome(on("published"), "open", at)).toEqual({ outcome: "missed", because: "tooLateToOpen" });
  });
});

describe("days that are typed", () => {
  const at = "2026-12-01T00:00:00.000Z" as const;
  const none = { open: null, closed: null };
  const said = (days: Partial<typeof none> | object, stored = none, state: (typeof states)[number] = "draft") =>
    milestoneProblem({ ...none, ...days }, stored, { workshop: on(state), at });

  test("lie ahead, before the first session, and in their order", () => {
    expect(said({ open: "2026-12-01", closed: "2027-02-28" })).toBeNull();
    expect(said({ open: "2026-11-30" })).toEqual({ field: "open", because: "past" });
    expect(said({ open: "2027-03-01" })).toEqual({ field: "open", because: "tooLate" });
    expect(said({ closed: "2027-03-01" })).toEqual({ field: "closed", because: "tooLate" });
    expect(said({ open: "2027-01-10", closed: "2027-01-09" })).toEqual({ field: "closed", because: "beforeOpening" });
    expect(said({ open: "2027-01-10", closed: "2027-01-10" })).toBeNull();
  });

  test("of a last day that others have seen does not come nearer", () => {
    const stored = { open: null, closed: "2027-01-20" } as never;
    expect(said({ closed: "2027-01-19" }, stored, "published")).toEqual({ field: "closed", because: "earlier" });
    expect(said({ closed: null }, stored, "published")).toEqual({ field: "closed", because: "takenBack" });
    expect(said({ closed: "2027-01-21" }, stored, "open")).toBeNull();
    expect(said({ closed: "2027-01-19" }, stored, "draft")).toBeNull();
    expect(said({}, stored, "open")).toEqual({ field: "closed", because: "takenBack" });
    expect(said({}, stored, "draft")).toBeNull();
  });

  test("are not asked for of what is reached", () => {
    expect(said({ open: "2020-01-01", closed: "2027-01-10" }, none, "open")).toBeNull();
    expect(said({ open: "2020-01-01", closed: "2020-01-01" }, none, "running")).toBeNull();
  });
});

test("the two profiles offer days in their order, none before today", () => {
  const firstDay = "2027-06-07" as const;
  expect(offeredDays("long", { firstDay, today: "2026-12-01" })).toEqual({ open: "2027-01-08", closed: "2027-02-22" });
  expect(offeredDays("short", { firstDay, today: "2026-12-01" })).toEqual({ open: "2027-04-28", closed: "2027-05-18" });
  fc.assert(
    fc.property(fc.constantFrom(...profileNames), fc.integer({ min: 1, max: 400 }), (profile, ahead) => {
      const { open, closed } = offeredDays(profile, { firstDay, today: plusLocalDays(firstDay, -ahead) });
      expect(open <= closed && closed < firstDay).toBe(true);
    }),
  );
});

test("the line has every state but the one that leaves it", () => {
  expect([...lifeSteps, "cancelled"]).toEqual([...states]);
});
