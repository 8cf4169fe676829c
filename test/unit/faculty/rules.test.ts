import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  abilitiesOf,
  absenceOn,
  answerOf,
  answerRefusal,
  areAtOnce,
  facultyRoles,
  facultyRolesOf,
  grantStep,
  isAnswerable,
  isReminderDue,
  mostReminders,
  nextReminderAt,
  staffStates,
} from "#app/faculty/rules.ts";
import { type Instant, plusDays, plusMinutes } from "#app/time/instant.ts";
import { states } from "#app/workshops/rules.ts";

const at: Instant = "2026-11-23T15:00:00.000Z";
const later = plusDays(at, 10);
const before = plusDays(at, -1);
const session = (sessionId: string, state: (typeof staffStates)[number], startsAt: Instant = later) => ({
  sessionId,
  state,
  startsAt,
});

test("abilities and roles say the same", () => {
  fc.assert(
    fc.property(fc.subarray([...facultyRoles]), (roles) => {
      expect(facultyRolesOf(abilitiesOf(roles))).toEqual(roles);
    }),
  );
});

test("whoever was asked can answer until the session begins, and change their answer", () => {
  for (const state of staffStates) {
    expect(isAnswerable({ state, startsAt: later }, at)).toBe(state !== "proposed");
    expect(isAnswerable({ state, startsAt: before }, at)).toBe(false);
    expect(isAnswerable({ state, startsAt: at }, at)).toBe(false);
  }
});

describe("a request", () => {
  const sessions = [session("a", "asked")];

  test("takes no answer once it was closed, whatever the workshop's state", () => {
    for (const workshopState of states)
      expect(answerRefusal({ closedAt: before, workshopState, sessions }, at)).toBe("closed");
  });

  test("takes none of a cancelled workshop", () => {
    for (const workshopState of states)
      expect(answerRefusal({ closedAt: null, workshopState, sessions }, at)).toBe(
        workshopState === "cancelled" ? "cancelled" : null,
      );
  });

  test("takes none when every session has begun", () => {
    const over = [session("a", "accepted", before), session("b", "proposed")];
    expect(answerRefusal({ closedAt: null, workshopState: "running", sessions: over }, at)).toBe("over");
    expect(answerRefusal({ closedAt: null, workshopState: "running", sessions: [] }, at)).toBe("over");
  });
});

describe("an answer", () => {
  const seen = (...ids: string[]) => ids.map((sessionId) => ({ sessionId, startsAt: later }));

  test("accepts what is ticked, and declines the rest of what was read", () => {
    const sessions = [session("a", "asked"), session("b", "asked"), session("c", "accepted")];
    expect(answerOf(sessions, { accepted: ["a"], seen: seen("a", "b", "c") }, at)).toEqual({
      status: "answered",
      changed: [
        { sessionId: "a", state: "accepted" },
        { sessionId: "b", state: "declined" },
        { sessionId: "c", state: "declined" },
      ],
    });
  });

  test("given twice, changes nothing the second time", () => {
    const sessions = [session("a", "accepted"), session("b", "declined")];
    expect(answerOf(sessions, { accepted: ["a"], seen: seen("a", "b") }, at)).toEqual({
      status: "answered",
      changed: [],
    });
  });

  test("leaves alone what its writer has not read, and what is gone", () => {
    const sessions = [session("a", "asked"), session("new", "asked")];
    expect(answerOf(sessions, { accepted: ["a", "gone"], seen: seen("a", "gone") }, at)).toEqual({
      status: "answered",
      changed: [{ sessionId: "a", state: "accepted" }],
    });
  });

  test("is asked for again where a time has moved meanwhile", () => {
    const moved = [session("a", "asked", plusMinutes(later, 30))];
    expect(answerOf(moved, { accepted: ["a"], seen: seen("a") }, at)).toEqual({ status: "moved" });
  });

  test("never touches what is proposed, or has begun", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ state: fc.constantFrom(...staffStates), hasBegun: fc.boolean() }), { maxLength: 6 }),
        fc.boolean(),
        (some, accepts) => {
          const sessions = some.map(({ state, hasBegun }, i) => session(`${i}`, state, hasBegun ? before : later));
          const read = sessions.map(({ sessionId, startsAt }) => ({ sessionId, startsAt }));
          const accepted = accepts ? sessions.map(({ sessionId }) => sessionId) : [];
          const outcome = answerOf(sessions, { accepted, seen: read }, at);
          if (outcome.status !== "answered") throw new Error("nothing has moved");
          for (const { sessionId, state } of outcome.changed) {
            const own = sessions.find((one) => one.sessionId === sessionId);
            expect(own && isAnswerable(own, at)).toBe(true);
            expect(state).toBe(accepts ? "accepted" : "declined");
          }
        },
      ),
    );
  });
});

describe("reminders", () => {
  test("come after five and eight days, then every week, and end", () => {
    const days = Array.from({ length: mostReminders + 1 }, (_, reminders) => {
      const due = nextReminderAt({ askedAt: at, reminders });
      return due && (Date.parse(due) - Date.parse(at)) / 86_400_000;
    });
    expect(days).toEqual([5, 8, 15, 22, 29, 36, null]);
  });

  const waiting = { askedAt: plusDays(at, -6), reminders: 0, remindedAt: null, sessions: [session("a", "asked")] };

  test("go to whoever has not answered", () => {
    expect(isReminderDue(waiting, at)).toBe(true);
    expect(isReminderDue({ ...waiting, askedAt: plusDays(at, -4) }, at)).toBe(false);
    for (const state of ["proposed", "accepted", "declined"] as const)
      expect(isReminderDue({ ...waiting, sessions: [session("a", state)] }, at)).toBe(false);
  });

  test("stop when the session has begun", () => {
    expect(isReminderDue({ ...waiting, sessions: [session("a", "asked", before)] }, at)).toBe(false);
  });

  test("are a day apart, however long the worker was away", () => {
    const long = { ...waiting, askedAt: plusDays(at, -30), reminders: 1 };
    expect(isReminderDue({ ...long, remindedAt: plusMinutes(at, -10) }, at)).toBe(false);
    expect(isReminderDue({ ...long, remindedAt: plusDays(at, -1) }, at)).toBe(true);
  });
});

test("a role is given once to whoever has an account, and taken back when nothing is accepted any more", () => {
  const step = (hasAccepted: boolean, hasAccount: boolean, isGranted: boolean) =>
    grantStep({ hasAccepted, hasAccount, grantedAt: isGranted ? before : null });
  expect(step(true, true, false)).toBe("grant");
  expect(step(true, false, false)).toBeNull();
  expect(step(true, true, true)).toBeNull();
  expect(step(true, false, true)).toBeNull();
  expect(step(false, true, true)).toBe("takeBack");
  expect(step(false, false, true)).toBe("takeBack");
  expect(step(false, true, false)).toBeNull();
  expect(step(false, false, false)).toBeNull();
});

test("both ends of an absence belong to it", () => {
  const absences = [{ startsOn: "2026-11-24", endsOn: "2026-11-26" } as const];
  expect(absenceOn(absences, "2026-11-23")).toBeUndefined();
  expect(absenceOn(absences, "2026-11-24")).toBe(absences[0]);
  expect(absenceOn(absences, "2026-11-26")).toBe(absences[0]);
  expect(absenceOn(absences, "2026-11-27")).toBeUndefined();
});

test("a companion goes along with sessions beside each other; nobody else is in two places", () => {
  const span = { startsAt: at, endsAt: plusMinutes(at, 60) };
  const next = { startsAt: plusMinutes(at, 60), endsAt: plusMinutes(at, 120) };
  for (const role of facultyRoles)
    for (const workshopId of ["w", "other"]) {
      const clashes = areAtOnce({ ...span, workshopId: "w", role }, { ...span, workshopId, role });
      expect(clashes).toBe(!(role === "companion" && workshopId === "w"));
      expect(areAtOnce({ ...span, workshopId: "w", role }, { ...next, workshopId, role })).toBe(false);
    }
  expect(
    areAtOnce({ ...span, workshopId: "w", role: "companion" }, { ...span, workshopId: "w", role: "instructor" }),
  ).toBe(true);
});
