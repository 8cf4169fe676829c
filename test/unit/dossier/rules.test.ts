import fc from "fast-check";
import { expect, test } from "vitest";
import { erasedOn, reminderOn, reminderSteps, taskDueOn, taskState } from "#app/dossier/rules.ts";
import { taskForm } from "#app/dossier/tasks/form.ts";
import { taskTemplate, templateNames } from "#app/dossier/tasks/template.rules.ts";
import type { Instant } from "#app/time/instant.ts";
import { instantToWall, type LocalDate, localDate, plusLocalDays, type WallTime } from "#app/time/wall-time.ts";
import { instantsOf } from "#app/time/zoned-time.ts";
import { zones } from "#app/time/zones.ts";
import { sessionsEndOn } from "#app/workshops/life/life.rules.ts";

const minutes = 60_000;
const instant = fc
  .integer({ min: Date.parse("2024-01-01T00:00:00Z") / minutes, max: Date.parse("2030-12-31T00:00:00Z") / minutes })
  .map((count) => new Date(count * minutes).toISOString() as Instant);

/** A workshop in any zone, around the days on which clocks change as well. */
const workshop = fc.record({ zone: fc.constantFrom(...zones), beginsAt: instant, days: fc.nat(20) }).map((one) => {
  const endsAt = new Date(Date.parse(one.beginsAt) + one.days * 1_440 * minutes).toISOString() as Instant;
  const [startsOn, endsOn] = [localDate(one.beginsAt, one.zone), localDate(endsAt, one.zone)];
  return { ...one, endsAt, startsOn, endsOn };
});

test("a due day is so many days of the calendar from the first one, whatever the clocks do", () => {
  fc.assert(
    fc.property(workshop, fc.integer({ min: -365, max: 30 }), (one, days) => {
      const dueOn = taskDueOn(one, days);
      const shown = instantToWall(one.beginsAt, one.zone).slice(0, 10);
      expect(Date.parse(dueOn) - Date.parse(shown)).toBe(days * 1_440 * minutes);
      // where no session is planned, the workshop's own first day counts
      const unplanned = { ...one, beginsAt: null, startsOn: "2027-03-14" as LocalDate };
      expect(taskDueOn(unplanned, days)).toBe(plusLocalDays("2027-03-14", days));
    }),
  );
});

test("a task is late from the first minute of the next day on the venue's clock, and not before", () => {
  fc.assert(
    fc.property(workshop, fc.integer({ min: -365, max: 30 }), (one, days) => {
      const dueOn = taskDueOn(one, days);
      const at = (wall: WallTime) => instantsOf(wall, one.zone);
      const stateAt = (now: Instant) => taskState(null, dueOn, localDate(now, one.zone));
      for (const now of at(`${dueOn}T23:59`)) expect(stateAt(now)).toBe("soon");
      for (const now of at(`${plusLocalDays(dueOn, 1)}T00:00`)) expect(stateAt(now)).toBe("overdue");
      for (const now of at(`${plusLocalDays(dueOn, -7)}T00:00`)) expect(stateAt(now)).toBe("soon");
      for (const now of at(`${plusLocalDays(dueOn, -8)}T23:59`)) expect(stateAt(now)).toBe("owed");
      expect(taskState("done", dueOn, plusLocalDays(dueOn, 9))).toBe("done");
      expect(taskState("notNeeded", dueOn, plusLocalDays(dueOn, 9))).toBe("notNeeded");
    }),
  );
});

test("reminders begin a week before, the day before and the day after, and are caught up with for some days", () => {
  const due = "2027-03-14";
  const steps = Array.from({ length: 30 }, (_, index) => index - 15).map(
    (days) => [days, reminderOn(due, plusLocalDays(due, days))] as const,
  );
  const firstOf = (step: string) => steps.find(([, found]) => found === step)?.[0];
  expect(reminderSteps.map(firstOf)).toEqual([-7, -1, 1]);
  expect(steps.filter(([, found]) => found).map(([days]) => days)).toEqual([-7, -6, -5, -1, 0, 1, 2, 3]);
});

test("what is kept goes so many days after the last one", () => {
  fc.assert(
    fc.property(workshop, fc.integer({ min: 1, max: 365 }), (one, days) => {
      expect(erasedOn(one, days) > sessionsEndOn(one)).toBe(true);
      expect(erasedOn(one, days)).toBe(plusLocalDays(localDate(one.endsAt, one.zone), days));
    }),
  );
});

test("the template asks for little: most tasks keep nothing, and each fits its form", () => {
  const kept = templateNames.filter((name) => taskTemplate[name].holds !== "nothing");
  expect(kept).toEqual(["passport", "authorisation", "visaRequest", "insurance"]);
  for (const name of templateNames) {
    const { dueDays, eraseDays, ...task } = taskTemplate[name];
    const typed = { "title.es": name, ...task, dueDays: String(dueDays), eraseDays: String(eraseDays) };
    expect(taskForm.parse(typed)).toMatchObject(taskTemplate[name]);
  }
});

test.each([
  ["-30", -30],
  ["−30", -30],
  ["－７", -7],
  ["+3", 3],
  ["0", 0],
])("days are read as they are typed: %s", (typed, days) => {
  const task = { "title.es": "Uno", owedBy: "host", holds: "nothing", seenBy: "coordination", eraseDays: "30" };
  expect(taskForm.parse({ ...task, dueDays: typed }).dueDays).toBe(days);
  for (const wrong of ["", "-366", "31", "a", "1.5", "--3"])
    expect(taskForm.safeParse({ ...task, dueDays: wrong }).error?.issues[0]?.message).toBe("dossier:form.dueDays");
});
