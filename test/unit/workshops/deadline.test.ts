import { expect, test } from "vitest";
import type { Instant } from "#app/time/instant.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import { wallToInstant } from "#app/time/zoned-time.ts";
import type { Zone } from "#app/time/zones.ts";
import { deadlineOf } from "#app/workshops/life/deadline.rules.ts";
import type { Timing } from "#app/workshops/moments.rules.ts";

const beginningOf = (day: LocalDate, zone: Zone) => wallToInstant(`${day}T00:00`, zone) as Instant;
const workshop: Timing = {
  ...{ zone: "Asia/Tokyo", startsOn: "2027-01-18", endsOn: "2027-01-21" },
  ...{ beginsAt: "2027-01-18T00:30:00.000Z", endsAt: "2027-01-21T08:00:00.000Z" },
};
const planned = (step: "open" | "closed", dueOn: LocalDate, outcome: string | null = null) => ({
  ...{ step, dueOn, outcome },
});
const at: Instant = "2027-01-01T16:00:00.000Z";

test("enrolment closes as its last day ends at the venue; days are counted by its calendar", () => {
  const deadline = deadlineOf({ ...workshop, state: "open" }, [planned("closed", "2027-01-03")], at, beginningOf);
  expect(deadline).toEqual({ act: "closes", at: "2027-01-03T14:59:00.000Z", days: 1 });
});

test("where no day is set, it closes with the first session", () => {
  const deadline = deadlineOf({ ...workshop, state: "open" }, [], at, beginningOf);
  expect(deadline).toEqual({ act: "closes", at: "2027-01-18T00:30:00.000Z", days: 16 });
});

test("a published workshop says when enrolment opens, where that is known", () => {
  const opening = [planned("open", "2027-01-02"), planned("closed", "2027-01-10")];
  const published = { ...workshop, state: "published" } as const;
  expect(deadlineOf(published, opening, at, beginningOf)).toEqual({
    ...{ act: "opens", at: "2027-01-01T15:00:00.000Z", days: 0 },
  });
  expect(deadlineOf(published, [], at, beginningOf)).toBeNull();
});

test("a day that was missed or is past is no deadline, and a workshop that has begun has none", () => {
  const open = { ...workshop, state: "open" } as const;
  for (const missed of [planned("closed", "2027-01-03", "missed"), planned("closed", "2026-12-30")])
    expect(deadlineOf(open, [missed], at, beginningOf)?.at).toBe(workshop.beginsAt);
  expect(deadlineOf(open, [], "2027-01-18T00:30:00.000Z", beginningOf)).toBeNull();
  for (const state of ["closed", "running", "completed", "cancelled"] as const)
    expect(deadlineOf({ ...workshop, state }, [planned("closed", "2027-01-03")], at, beginningOf)).toBeNull();
});
