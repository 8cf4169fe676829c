import { describe, expect, test } from "vitest";
import { clash, completeness, mayBecome, nextStates, placeSession, publicationProblems, seatView, states } from "#app/workshops/rules.ts";

describe("states", () => {
  test("the way leads from draft to completed, and nowhere from the end", () => {
    const way = ["draft", "published", "open", "closed", "running", "completed"] as const;
    for (const [i, state] of way.slice(0, -1).entries()) expect(mayBecome(state, way[i + 1] ?? state)).toBe(true);
    expect(nextStates("completed")).toEqual([]);
    expect(nextStates("cancelled")).toEqual([]);
  });

  test("every living state may be cancelled, and none may stay itself", () => {
    for (const state of states) {
      expect(mayBecome(state, state)).toBe(false);
      expect(mayBecome(state, "cancelled")).toBe(!["completed", "cancelled"].includes(state));
    }
  });
});

test("a workshop without title, venue or sessions cannot be published", () => {
  expect(publicationProblems({ titles: ["", ""], venues: [], sessions: 0 })).toEqual(["noTitle", "noVenue", "noSession"]);
  expect(publicationProblems({ titles: ["", "研修"], venues: ["東京"], sessions: 1 })).toEqual([]);
});

test("completeness counts what is written; spaces are not text", () => {
  expect(completeness(["a", " ", undefined, "b"])).toEqual({ written: 2, of: 4 });
});

describe("sessions", () => {
  const days = { startsOn: "2026-11-02", endsOn: "2026-11-06" };
  const times = { startsLocal: "2026-11-03T09:00", endsLocal: "2026-11-03T11:00", zone: "America/Mexico_City" };

  test("back-to-back sessions don't clash", () => {
    const first = { startsAt: "2026-11-03T15:00:00.000Z", endsAt: "2026-11-03T17:00:00.000Z" };
    expect(clash(first, { startsAt: first.endsAt, endsAt: "2026-11-03T18:00:00.000Z" })).toBe(false);
    expect(clash(first, { startsAt: "2026-11-03T16:59:00.000Z", endsAt: "2026-11-03T18:00:00.000Z" })).toBe(true);
  });

  test("09:00 in Mexico City is 15:00 UTC", () => {
    expect(placeSession(times, days, [])).toEqual({ startsAt: "2026-11-03T15:00:00.000Z", endsAt: "2026-11-03T17:00:00.000Z" });
  });

  test.each([
    [{ startsLocal: "2026-03-08T02:30", endsLocal: "2026-03-08T04:00", zone: "America/Tijuana" }, "startsLocal.unreal"],
    [{ ...times, startsLocal: "2026-02-30T09:00" }, "startsLocal.unreal"],
    [{ ...times, endsLocal: "25:00" }, "endsLocal.unreal"],
    [{ ...times, endsLocal: "2026-11-03T09:00" }, "endsLocal.beforeStart"],
    [{ ...times, endsLocal: "2026-11-04T09:00" }, "endsLocal.tooLong"],
    [{ ...times, startsLocal: "2026-11-07T09:00", endsLocal: "2026-11-07T10:00" }, "startsLocal.outside"],
  ])("%j is refused: %s", (wrong, problem) => {
    expect(placeSession({ ...times, ...wrong }, days, [])).toBe(problem);
  });

  test("a session at another's hour is refused", () => {
    const other = { number: 1, startsAt: "2026-11-03T16:00:00.000Z", endsAt: "2026-11-03T18:00:00.000Z" };
    expect(placeSession(times, days, [other])).toBe("startsLocal.clash");
  });
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
