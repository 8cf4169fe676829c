import { expect, test } from "vitest";
import { comparePlans } from "#app/enrolment/told/original.rules.ts";
import type { ToldPlan, ToldSession } from "#app/enrolment/told/plan.ts";

const session = (id: string, startsAt: string, endsAt: string) => ({ id, startsAt, endsAt }) as unknown as ToldSession;
const plan = (sessions: ToldSession[], endsOn = "2026-11-27") =>
  ({ startsOn: "2026-11-23", endsOn, sessions }) as unknown as ToldPlan;

const first = session("a", "2026-11-23T15:00:00.000Z", "2026-11-23T17:00:00.000Z");
const second = session("b", "2026-11-24T15:00:00.000Z", "2026-11-24T16:00:00.000Z");

test("a plan that has not changed is as it was", () => {
  const sums = { startsOn: "2026-11-23", endsOn: "2026-11-27", sessions: 2, minutes: 180 };
  expect(comparePlans(plan([first, second]), plan([second, first]), "2026-11-23T17:00:00.000Z")).toEqual({
    ...{ planned: sums, now: sums, changes: [] },
    held: { sessions: 1, minutes: 120 },
    counts: { added: 0, moved: 0, removed: 0 },
  });
});

test("sessions that were moved, added or removed stand in the order of time", () => {
  const later = session("b", "2026-11-26T15:00:00.000Z", "2026-11-26T18:00:00.000Z");
  const added = session("c", "2026-11-24T10:00:00.000Z", "2026-11-24T11:00:00.000Z");
  const { planned, now, held, changes, counts } = comparePlans(
    plan([first, second]),
    plan([added, later], "2026-11-28"),
    "2026-11-26T17:59:00.000Z",
  );
  // what is going on has not been held
  expect(held).toEqual({ sessions: 1, minutes: 60 });
  expect(counts).toEqual({ added: 1, moved: 1, removed: 1 });
  expect([planned.minutes, now.minutes, now.endsOn, now.sessions]).toEqual([180, 240, "2026-11-28", 2]);
  expect(changes).toEqual([
    { before: first, now: null },
    { before: null, now: added },
    { before: second, now: later },
  ]);
});
