import { describe, expect, test } from "vitest";
import type { WallTime } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import {
  completeness,
  hasSheets,
  informedCount,
  mayBecome,
  misfitOf,
  nextStates,
  openFirst,
  publicationProblems,
  seatView,
  states,
  tellsChanges,
  type WorkshopState,
  workshopWays,
} from "#app/workshops/rules.ts";

const empty = (state: WorkshopState) => ({ state, seatsTaken: 0, reserveCount: 0 });

test("changes are told to those who have or await a seat, from the opening until the end", () => {
  const counts = states.map((state) => [state, informedCount({ state, seatsTaken: 2, reserveCount: 1 })]);
  const told = { draft: 0, published: 0, open: 3, closed: 3, running: 3, completed: 0, cancelled: 0 };
  expect(Object.fromEntries(counts)).toEqual(told);
  expect(states.filter(tellsChanges)).toEqual(["open", "closed", "running"]);
});

describe("states", () => {
  test("the way leads from draft to completed, and nowhere from the end", () => {
    const way = ["draft", "published", "open", "closed", "running", "completed"] as const;
    for (const [i, state] of way.slice(0, -1).entries())
      expect(mayBecome(empty(state), way[i + 1] ?? state)).toBe(true);
    expect(nextStates(empty("completed"))).toEqual([]);
    expect(nextStates(empty("cancelled"))).toEqual([]);
  });

  test("no way is told twice, and all are a coordinator's", () => {
    expect(new Set(workshopWays.map(({ from, to }) => `${from} ${to}`)).size).toBe(workshopWays.length);
    expect(new Set(workshopWays.map(({ by }) => by))).toEqual(new Set(["coordinator"]));
  });

  test("a desk offers, in this order", () => {
    expect(Object.fromEntries(states.map((state) => [state, nextStates(empty(state))]))).toEqual({
      draft: ["published", "cancelled"],
      published: ["open", "draft", "cancelled"],
      open: ["closed", "cancelled"],
      closed: ["running", "open", "cancelled"],
      running: ["completed", "cancelled"],
      completed: [],
      cancelled: [],
    });
  });

  test.each([
    [0, 0, true],
    [1, 0, false],
    [0, 1, false],
  ])("with %i seated and %i waiting, back to a draft: %s", (seatsTaken, reserveCount, may) => {
    expect(mayBecome({ state: "published", seatsTaken, reserveCount }, "draft")).toBe(may);
    expect(mayBecome({ state: "published", seatsTaken, reserveCount }, "open")).toBe(true);
  });

  test("every living state may be cancelled, and none may stay itself", () => {
    for (const state of states) {
      expect(mayBecome(empty(state), state)).toBe(false);
      expect(mayBecome(empty(state), "cancelled")).toBe(!["completed", "cancelled"].includes(state));
    }
  });
});

test("a workshop without title, venue or sessions cannot be published", () => {
  expect(publicationProblems({ title: { es: "", ja: "" }, venue: {} }, 0)).toEqual(["noTitle", "noVenue", "noSession"]);
  expect(publicationProblems({ title: { es: "", ja: "研修" }, venue: { ja: "東京" } }, 1)).toEqual([]);
});

test("attendance has sheets once enrolment was open, and none where nothing takes place", () => {
  expect(states.filter(hasSheets)).toEqual(["open", "closed", "running", "completed"]);
});

test("what has seats comes first, each in its order, and what was cancelled not at all", () => {
  const seen = (code: string, state: WorkshopState, view: "free" | "few" | "full" | "none") => ({
    code,
    state,
    seatView: view,
  });
  const workshops = [
    seen("a", "closed", "none"),
    seen("b", "open", "few"),
    seen("c", "cancelled", "none"),
    seen("d", "open", "full"),
  ];
  expect(openFirst([...workshops, seen("e", "open", "free")]).map(({ code }) => code)).toEqual(["b", "e", "a", "d"]);
});

test("completeness counts what is written; spaces are not text", () => {
  expect(completeness(["a", " ", undefined, "b"])).toEqual({ written: 2, of: 4 });
});

describe("seats in a list", () => {
  test.each([
    [10, 0, 0, "free"],
    [10, 7, 0, "free"],
    [10, 8, 0, "few"],
    [3, 2, 0, "few"],
    [10, 10, 0, "full"],
    [10, 9, 1, "full"],
  ])("of %i seats %i are taken and %i wait: %s", (capacity, seatsTaken, reserveCount, view) => {
    expect(seatView("open", { capacity, seatsTaken, reserveCount })).toBe(view);
  });

  test("say nothing unless enrolment is open", () => {
    expect(seatView("closed", { capacity: 10, seatsTaken: 0, reserveCount: 0 })).toBe("none");
  });
});

test("a plan fits its sessions by their zone and by the days on which they begin", () => {
  const plan = { startsOn: "2026-11-02", endsOn: "2026-11-03", zone: "Asia/Tokyo" } as const;
  const session = (startsLocal: WallTime, zone: Zone = plan.zone) => ({ startsLocal, zone });
  expect(misfitOf(plan, [])).toBeNull();
  expect(misfitOf(plan, [session("2026-11-02T00:00"), session("2026-11-03T23:30")])).toBeNull();
  expect(misfitOf(plan, [session("2026-11-02T09:00"), session("2026-11-04T00:00")])).toBe("days");
  expect(misfitOf(plan, [session("2026-11-01T23:59")])).toBe("days");
  expect(misfitOf(plan, [session("2026-11-01T23:59", "UTC")])).toBe("zone");
});
