import fc from "fast-check";
import { expect, test } from "vitest";
import { countMarksBySession } from "#app/attendance/queries.ts";
import { dateOf, daysBetween, plusLocalDays, timeOf } from "#app/time/wall-time.ts";
import { type PlanEdits, writePlan } from "#app/timetable/plan/plan.commands.ts";
import { shiftSessions } from "#app/timetable/plan/shift.commands.ts";
import { shiftedTimes } from "#app/timetable/plan/shift.rules.ts";
import { listCalendarSessions, listSessionsOf, type Session } from "#app/timetable/queries.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import type { Database } from "#db/database.ts";
import { newId } from "#db/new-id.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { planOf } from "#test/support/plan-of.ts";
import { sealed } from "#test/support/sealed.ts";
import { addEnrolment, addPerson, addWorkshop } from "#test/support/world.ts";
import { at, code, letters, quiet, run, toldWorkshop } from "../enrolment/changing.ts";

const by = { accountId: null, at };

/** Writes what `edit` makes of the sessions of MJ-1; what is refused is undone, as a page would. */
const edit = (database: Database, make: (sessions: Session[]) => PlanEdits) =>
  database.transact(async (trx) => {
    const planning = { ...(await planOf(trx, { code })), countMarks: countMarksBySession };
    return writePlan(trx, planning, make(planning.sessions), by);
  });

const shift = (database: Database, number: number | null, to: `${number}-${number}-${number}`) =>
  database.transact(async (trx) => {
    const planning = { ...(await planOf(trx, { code })), countMarks: countMarksBySession };
    const first = planning.sessions.find((session) => session.number === number) ?? null;
    const outcome = await shiftSessions(trx, planning, { first, to }, by);
    if (outcome.status === "refused") throw new Error(outcome.because);
    return outcome;
  });

const times = async (database: Database) => {
  const { id } = (await findWorkshop(database.read, code, "public"))!;
  const sessions = await listSessionsOf(database.read, [id]);
  return sessions.map(({ number, startsLocal, endsLocal }) => `${number} ${startsLocal}–${timeOf(endsLocal)}`);
};

const usual = [23, 24, 25, 26, 27].map((day, index) => `${index + 1} 2026-11-${day}T09:00–11:00`);
const moved = (session: Session, startsLocal: Session["startsLocal"], endsLocal: Session["endsLocal"]) => ({
  session,
  facts: { ...session, startsLocal, endsLocal },
});
const nth = (sessions: Session[], number: number) => sessions.find((one) => one.number === number)!;

describeDatabases("a plan that is changed in one act", (open) => {
  test("lets two sessions change their places", async () => {
    const database = await open();
    await addWorkshop(database, { code });
    const outcome = await edit(database, (sessions) => ({
      changed: [
        moved(nth(sessions, 1), "2026-11-24T09:00", "2026-11-24T11:00"),
        moved(nth(sessions, 2), "2026-11-23T09:00", "2026-11-23T11:00"),
      ],
    }));
    expect(outcome.status).toBe("saved");
    expect((await times(database)).slice(0, 2)).toEqual(["2 2026-11-23T09:00–11:00", "1 2026-11-24T09:00–11:00"]);
  });

  test("names each session that does not fit, and saves none of them", async () => {
    const database = await open();
    await addWorkshop(database, { code });
    const outcome = await edit(database, (sessions) => ({
      changed: [
        moved(nth(sessions, 1), "2026-11-24T10:00", "2026-11-24T12:00"),
        moved(nth(sessions, 3), "2026-12-24T10:00", "2026-12-24T12:00"),
        moved(nth(sessions, 4), "2026-11-26T12:00", "2026-11-26T10:00"),
      ],
    }));
    expect(outcome).toMatchObject({
      status: "refused",
      misfits: [{ because: "startsLocal.outside" }, { because: "endsLocal.beforeStart" }, { because: "clash" }],
    });
    expect(await times(database)).toEqual(usual);
  });

  test("is refused for a session that has marks and would leave its day, or the plan", async () => {
    const database = await open();
    const workshopId = await addWorkshop(database, { code, state: "running" });
    const { personId } = await addPerson(database, { locale: "ja", email: null });
    const enrolmentId = await addEnrolment(database, { workshopId, personId, state: "confirmed" });
    const [first] = await listSessionsOf(database.read, [workshopId]);
    const mark = {
      sessionId: first!.id,
      enrolmentId,
      status: "present",
      recordedHow: "sheet",
      recordedAt: at,
    } as const;
    await database.transact((trx) => trx.insertInto("mark").values(mark).execute());
    const hasMarks = { status: "refused", misfits: [{ because: "hasMarks" }] };
    const to = (day: string) => moved(first!, `${day}T14:00` as never, `${day}T15:00` as never);
    expect(await edit(database, () => ({ changed: [to("2026-11-24")] }))).toMatchObject(hasMarks);
    expect(await edit(database, () => ({ removed: [first!] }))).toMatchObject(hasMarks);
    expect(await edit(database, () => ({ changed: [to("2026-11-23")] }))).toMatchObject({ status: "saved" });
  });

  test("tells each person once, whatever number of sessions it touches", async () => {
    const database = await open();
    const { people } = await toldWorkshop(database, [{ locale: "es", zone: "America/Mexico_City" }, { locale: "ja" }]);
    await shift(database, null, "2026-11-30");
    await run(database, quiet(at));
    const sent = await letters(database);
    expect(sent.map(({ personId }) => personId).sort()).toEqual(people.map(({ personId }) => personId).sort());
    expect(sent[0]?.bodyText).toContain("30 de noviembre");
  });

  test("brings a removed session back under its own id and number; calendars lose it no more", async () => {
    const database = await open();
    const workshopId = await addWorkshop(database, { code });
    const [, second] = await listSessionsOf(database.read, [workshopId]);
    await edit(database, () => ({ removed: [second!] }));
    expect((await times(database)).length).toBe(4);
    const { title, kind, room, isCounted, zone, startsLocal, endsLocal } = second!;
    const facts = { title, kind, room, isCounted, zone, startsLocal, endsLocal };
    await edit(database, () => ({ added: [{ ...facts, id: second!.id, number: 2 }] }));
    expect(await times(database)).toEqual(usual);
    const calendar = await listCalendarSessions(database.read, workshopId, at);
    expect(calendar.filter(({ isRemoved }) => isRemoved)).toEqual([]);
  });

  test("writes one entry of the audit for each session", async () => {
    const database = await open();
    await addWorkshop(database, { code });
    await edit(database, (sessions) => ({
      removed: [nth(sessions, 5)],
      changed: [moved(nth(sessions, 1), "2026-11-23T12:00", "2026-11-23T13:00")],
      added: [{ ...nth(sessions, 2), ...shiftedTimes(nth(sessions, 2), 3), id: newId<"session">(), number: null }],
    }));
    const { read } = await sealed(database);
    const entries = await read.selectFrom("audit").select("action").where("action", "like", "session.%").execute();
    expect(entries.map(({ action }) => action).toSorted()).toEqual([
      "session.changed",
      "session.planned",
      "session.removed",
    ]);
  });
});

describeDatabases("a workshop that is moved", (open) => {
  test("takes its days along, or lets them end later from a session on", async () => {
    const database = await open();
    await addWorkshop(database, { code });
    await shift(database, null, "2027-03-08");
    const days = async () => {
      const { startsOn, endsOn } = (await findWorkshop(database.read, code, "public"))!;
      return [startsOn, endsOn];
    };
    expect(await days()).toEqual(["2027-03-08", "2027-03-12"]);
    await shift(database, 3, "2027-03-17");
    expect(await days()).toEqual(["2027-03-08", "2027-03-19"]);
    expect(await times(database)).toEqual([
      ...["1 2027-03-08T09:00–11:00", "2 2027-03-09T09:00–11:00", "3 2027-03-17T09:00–11:00"],
      ...["4 2027-03-18T09:00–11:00", "5 2027-03-19T09:00–11:00"],
    ]);
  });

  test("and back is as it was, wherever clocks change in between", async () => {
    const database = await open();
    await addWorkshop(database, { code });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -300, max: 300 }), async (by) => {
        const before = await times(database);
        const start = dateOf(before[0]!.slice(2) as never);
        await shift(database, null, plusLocalDays(start, by));
        const after = await times(database);
        expect(after.map((one) => one.slice(12))).toEqual(before.map((one) => one.slice(12)));
        expect(daysBetween(start, dateOf(after[0]!.slice(2) as never))).toBe(by);
        await shift(database, null, start);
        expect(await times(database)).toEqual(before);
      }),
      { numRuns: 5 },
    );
  });
});
