import { expect, test } from "vitest";
import { firstTooMany } from "#app/clashes/window.rules.ts";

const session = (day: 1 | 2 | 3 | 4, workshopId: string, seats: number) => ({
  startsAt: `2026-12-0${day}T15:00:00.000Z` as const,
  workshopId,
  seats,
});
const most = { sessions: 3, seats: 100 };

test("so many sessions as may be, and no more seats, are looked through at once", () => {
  expect(firstTooMany([], most)).toBe(null);
  expect(firstTooMany([session(1, "a", 50), session(2, "b", 50), session(3, "a", 50)], most)).toBe(null);
});

test("the first session beyond them begins the next part", () => {
  const four = [session(1, "a", 1), session(2, "a", 1), session(3, "a", 1), session(4, "a", 1)];
  expect(firstTooMany(four, most)).toBe("2026-12-04T15:00:00.000Z");
  // the seats of a workshop count once, however many sessions it has
  const crowded = [session(1, "a", 60), session(2, "a", 60), session(3, "b", 60)];
  expect(firstTooMany(crowded, most)).toBe("2026-12-03T15:00:00.000Z");
});

test("one workshop that is too large by itself is where it begins", () => {
  expect(firstTooMany([session(1, "a", 101), session(2, "b", 1)], most)).toBe("2026-12-01T15:00:00.000Z");
});
