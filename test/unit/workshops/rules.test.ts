import { describe, expect, test } from "vitest";
import type { WallTime } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import {
  completeness,
  misfitOf,
  openFirst,
  publicationProblems,
  type SeatView,
  seatView,
  states,
  tellsChanges,
  toldCount,
  type WorkshopState,
} from "#app/workshops/rules.ts";

test("changes are told to those who have or await a seat, from the publication until the end", () => {
  const counts = states.map((state) => [state, toldCount({ state, seatsTaken: 2, reserveCount: 1 })]);
  const told = { draft: 0, published: 3, open: 3, closed: 3, running: 3, completed: 0, cancelled: 0 };
  expect(Object.fromEntries(counts)).toEqual(told);
  expect(states.filter(tellsChanges)).toEqual(["published", "open", "closed", "running"]);
});

test("a workshop without title, venue or sessions cannot be published", () => {
  expect(publicationProblems({ title: { es: "", ja: "" }, venue: {} }, 0)).toEqual(["noTitle", "noVenue", "noSession"]);
  expect(publicationProblems({ title: { es: "", ja: "研修" }, venue: { ja: "東京" } }, 1)).toEqual([]);
});

test("what has seats comes first, each in its order, and what was cancelled not at all", () => {
  const seen = (code: string, state: WorkshopState, view: SeatView) => ({
    code,
    state,
    seatView: view,
  });
  const workshops = [
    seen("a", "closed", "none"),
    seen("b", "open", "few"),
    seen("c", "cancelled", "none"),
    seen("d", "open", "full"),
    seen("f", "open", "begun"),
    seen("e", "open", "free"),
  ];
  expect(openFirst(workshops).map(({ code }) => code)).toEqual(["b", "e", "a", "d", "f"]);
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
    const workshop = { state: "open", capacity, seatsTaken, reserveCount } as const;
    expect(seatView(workshop, { mayEnrol: true })).toBe(view);
    expect(seatView(workshop, { mayEnrol: false })).toBe("begun");
  });

  test("say nothing unless enrolment is open", () => {
    const closed = { state: "closed", capacity: 10, seatsTaken: 0, reserveCount: 0 } as const;
    for (const mayEnrol of [true, false]) expect(seatView(closed, { mayEnrol })).toBe("none");
  });
});

test("a plan fits its sessions by their zone and by the days on which they begin", () => {
  const plan = { startsOn: "2026-11-02", endsOn: "2026-11-03", zone: "Asia/Tokyo" } as const;
  const session = (startsLocal: WallTime, zone: Zone = plan.zone) => ({ startsLocal, zone });
  expect(misfitOf(plan, plan.zone, [])).toBeNull();
  expect(misfitOf(plan, plan.zone, [session("2026-11-02T00:00"), session("2026-11-03T23:30")])).toBeNull();
  expect(misfitOf(plan, plan.zone, [session("2026-11-02T09:00"), session("2026-11-04T00:00")])).toBe("days");
  expect(misfitOf(plan, plan.zone, [session("2026-11-01T23:59")])).toBe("days");
  expect(misfitOf(plan, "UTC", [session("2026-11-02T23:59", "UTC")])).toBe("zone");
  expect(misfitOf(plan, plan.zone, [session("2026-11-02T23:59", "UTC")])).toBeNull();
});
