import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { everywhere } from "#app/access/permissions.ts";
import { saveSheet } from "#app/attendance/commands.ts";
import { action as complete } from "#app/attendance/completion/completion.route.tsx";
import { removeSession } from "#app/attendance/session/removal.commands.ts";
import { action as addSession } from "#app/attendance/session/session-new.route.tsx";
import { action as dropSession } from "#app/attendance/session/session-removal.route.tsx";
import { action as takeAttendance } from "#app/attendance/sheet/sheet.route.tsx";
import { action as change, loader as openDetails } from "#app/desk/workshop/details.route.tsx";
import { action as changeTo } from "#app/desk/workshop/state.route.tsx";
import { enrol } from "#app/enrolment/commands.ts";
import { listParticipants } from "#app/enrolment/queries.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { writeSeen } from "#app/ui/form/seen.rules.ts";
import { action as plan } from "#app/workshops/plan/workshop-new.route.tsx";
import { findWorkshop } from "#app/workshops/queries.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { overlapping } from "#test/support/overlapping.ts";
import { held } from "#test/support/plan-of.ts";
import { knock } from "#test/support/visit.ts";
import { addPerson, addWorkshop } from "#test/support/world.ts";

const at = "2026-11-27T18:00:00.000Z" as const;
beforeEach(() => void vi.useFakeTimers({ now: new Date(at), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

const page = "/es/desk/workshops/MJ-1";
const present = { everybody: "present" };
type Send = [action: Parameters<typeof knock>[0], path: string, form: Record<string, string | string[]>];

/** A workshop with one seat taken, and what two people at its desk send at the same moment. */
async function setUp(database: Database, state: WorkshopState) {
  const workshopId = await addWorkshop(database, { code: "MJ-1" });
  const person = await addPerson(database, { locale: "es", email: "ana@demo.example" });
  await database.transact((trx) =>
    enrol(trx, { ...person, workshopId }, { ...person, at: "2026-11-01T12:00:00.000Z" }),
  );
  await database.transact((trx) => trx.updateTable("workshop").set({ state }).execute());
  const { accountId } = await addAccount(database, { grants: ["administrator"] });
  const cookie = await cookieFor(database, accountId, at);
  /** The form of its details, as a page shows it now. */
  const form = async (changes: Record<string, string>, hasSeen = {}) => {
    const { data } = await knock(openDetails, { database, cookie, path: `${page}/details` });
    return { ...data.initial, ...changes, seen: writeSeen({ ...data.initial, ...hasSeen }) };
  };
  const find = async () => (await findWorkshop(database.read, "MJ-1", everywhere))!;
  const workshop = await find();
  const send = (to: Database, [action, path, form]: Send) => knock(action, { database: to, cookie, path, form });
  return {
    workshop,
    find,
    by: { accountId, at },
    form,
    sessions: await listSessionsOf(database.read, [workshopId]),
    participants: () => listParticipants(database.read, workshopId),
    bothSend: (first: Send, second: Send) =>
      overlapping(
        database,
        (pausing) => send(pausing, first),
        () => send(database, second),
      ),
  };
}

describeDatabases("two at the desk at the same moment", (open) => {
  /** Present in all sessions but the last two. */
  async function almostHeld(database: Database) {
    const world = await setUp(database, "running");
    const marks = new Map((await world.participants()).map(({ id }) => [id, "present" as const]));
    for (const session of world.sessions.slice(0, 3))
      await database.transact(async (trx) =>
        saveSheet(trx, await held(trx, world.workshop), { session, marks, reason: "Fila equivocada" }, world.by),
      );
    return world;
  }
  const sheet: Send = [takeAttendance, `${page}/sessions/4/attendance`, present];
  const completion: Send = [complete, `${page}/completion`, {}];

  test("plan with one code: it goes to the first, and the other is told so", async () => {
    const { form, bothSend } = await setUp(await open(), "open");
    const planned: Send = [plan, "/es/desk/workshops/new", await form({ code: "MJ-2" })];
    const [first, second] = await bothSend(planned, planned);
    expect(first.status).toBe(302);
    expect(second).toMatchObject({ status: 422, data: { errors: { code: "desk:form.codeTaken" } } });
  });

  test("save a sheet and complete the workshop: the sheet counts, whoever is first", async () => {
    for (const order of [
      [sheet, completion],
      [completion, sheet],
    ] as const) {
      const { bothSend, participants } = await almostHeld(await open());
      const answers = await bothSend(...order);
      expect(answers.map(({ location }) => location).sort()).toEqual([
        `${page}/certificates?done=completed`,
        `${page}/sessions/4/attendance?saved=1`,
      ]);
      expect((await participants()).map(({ state }) => state)).toEqual(["completed"]);
    }
  });

  test("raise the minimum and complete: whoever falls short of the new minimum has not completed", async () => {
    const database = await open();
    const { form, bothSend, participants } = await almostHeld(database);
    await database.transact((trx) => trx.updateTable("workshop").set({ minimumAttendance: 60 }).execute());
    await bothSend([change, `${page}/details`, await form({ minimumAttendance: "61" })], completion);
    expect((await participants()).map(({ state }) => state)).toEqual(["notCompleted"]);
  });

  test("cancel the workshop and save a sheet: the sheet is refused", async () => {
    const { bothSend } = await almostHeld(await open());
    const [, saved] = await bothSend([changeTo, `${page}/state`, { to: "cancelled" }], sheet);
    expect(saved).toMatchObject({ status: 409, data: { errors: { "": "attendance:form.noSheets" } } });
  });

  test("shorten the workshop and plan a session: it cannot stand outside", async () => {
    const database = await open();
    const { form, bothSend } = await setUp(database, "draft");
    await database.transact((trx) => trx.updateTable("workshop").set({ endsOn: "2026-11-28" }).execute());
    const session = { kind: "lecture", date: "2026-11-28", startsTime: "09:00", endsTime: "10:00", isCounted: "1" };
    const shortened: Send = [change, `${page}/details`, await form({ endsOn: "2026-11-27" })];
    const [shorter, planned] = await bothSend(shortened, [addSession, `${page}/sessions/new`, session]);
    expect([shorter.status, planned.status]).toEqual([302, 422]);
  });

  test("remove the last session and publish: there is nothing to publish", async () => {
    const database = await open();
    const { find, bothSend, by, sessions } = await setUp(database, "draft");
    for (const session of sessions.slice(1))
      await database.transact(async (trx) => removeSession(trx, await held(trx, { code: "MJ-1" }), session, by));
    const [, published] = await bothSend(
      [dropSession, `${page}/sessions/1/removal`, {}],
      [changeTo, `${page}/state`, { to: "published" }],
    );
    expect([published.location, (await find()).state]).toEqual([`${page}?refused=incomplete`, "draft"]);
  });

  test("take seats away and add some: whoever waits for the added ones moves up", async () => {
    const database = await open();
    const { form, bothSend } = await setUp(database, "open");
    const coming = { beginsAt: "2026-12-01T15:00:00.000Z", endsAt: "2026-12-01T17:00:00.000Z" } as const;
    await database.transact((trx) =>
      trx
        .updateTable("workshop")
        .set({ reserveCount: 1, ...coming })
        .execute(),
    );
    const fewer: Send = [change, `${page}/details`, await form({ capacity: "1" })];
    await bothSend(fewer, [change, `${page}/details`, await form({ capacity: "5" }, { capacity: "1" })]);
    const jobs = await database.read
      .selectFrom("outbox")
      .select("event")
      .where("event", "=", "workshop.seatsFreed")
      .execute();
    expect(jobs).toHaveLength(1);
  });
});
