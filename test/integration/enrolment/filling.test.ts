import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { disableAccount, enableAccount } from "#app/accounts/commands.ts";
import { removeSession } from "#app/attendance/session/removal.commands.ts";
import { changeSession } from "#app/attendance/session/session-change.commands.ts";
import { action as change } from "#app/desk/workshop/details.route.tsx";
import { stepBack } from "#app/desk/workshop/reopening.commands.ts";
import { enrol, withdraw } from "#app/enrolment/commands.ts";
import { fillForgottenSeats } from "#app/enrolment/jobs.ts";
import { reactions } from "#app/reactions.ts";
import { type Instant, now } from "#app/time/instant.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import { sessionForm } from "#app/timetable/form.ts";
import { findSession } from "#app/timetable/queries.ts";
import { changeState } from "#app/workshops/commands.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { runDueJobs } from "#test/support/due-jobs.ts";
import { jobContext } from "#test/support/job-context.ts";
import { held, planOf } from "#test/support/plan-of.ts";
import { knockInsisting } from "#test/support/visit.ts";
import { addWorkshop } from "#test/support/world.ts";

const early = "2026-11-01T12:00:00.000Z" as const;
/** In Mexico City the first session begins at nine. */
const begun = "2026-11-23T15:00:00.000Z" as const;
const code = "MJ-1";
const nobody = { accountId: null };

beforeEach(() => void vi.useFakeTimers({ now: new Date(begun), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

/** One seat, taken, and one who waits for another. */
async function setUp(database: Database) {
  const workshopId = await addWorkshop(database, { code, capacity: 1 });
  const [seated, waiting] = [await official(database), await official(database)] as const;
  for (const person of [seated, waiting])
    await database.transact((trx) => enrol(trx, { ...person, workshopId }, { ...person, at: early }));
  await run(database, early);
  return { workshopId, seated, waiting };
}

const official = (database: Database) => addAccount(database, { grants: ["official"], passwordHash: null });

const run = (database: Database, at: Instant = begun) => runDueJobs({ ...jobContext(database, at), reactions });

/** The state of whoever has waited, after all that was to follow. */
async function stateOf(database: Database, { personId }: { personId: string }) {
  await run(database);
  const rows = await database.read.selectFrom("enrolment").select(["personId", "state"]).execute();
  return rows.find((row) => row.personId === personId)?.state;
}

const jobsToFill = async (database: Database) =>
  (await database.read.selectFrom("outbox").select("id").where("event", "=", "workshop.seatsFreed").execute()).length;

const become = (database: Database, to: WorkshopState, at: Instant) =>
  database.transact(async (trx) => changeState(trx, await planOf(trx, { code }), to, { ...nobody, at }));

const set = (database: Database, values: Partial<Record<"capacity", number>> & { state?: WorkshopState }) =>
  database.transact((trx) => trx.updateTable("workshop").set(values).where("code", "=", code).execute());

/** All five sessions, three days later, the last one first. */
async function postpone(database: Database, at: Instant) {
  for (const number of [5, 4, 3, 2, 1])
    await moveSession(database, number, `2026-11-${22 + number + 3}` as LocalDate, at);
}

const moveSession = (database: Database, number: number, date: LocalDate, at: Instant) =>
  database.transact(async (trx) => {
    const workshop = await held(trx, { code });
    const session = await findSession(trx, workshop.id, number);
    const input = sessionForm.parse({
      ...{ kind: "lecture", date, startsTime: "09:00", endsTime: "11:00", isCounted: "1" },
    });
    return changeSession(trx, workshop, session!, input, { ...nobody, at });
  });

/** What the form of details sends. */
async function details(database: Database, capacity: number) {
  const { accountId } = await addAccount(database, { grants: ["administrator"] });
  const cookie = await cookieFor(database, accountId, now());
  const { programmeId, hostInstitutionId } = await database.read
    .selectFrom("workshop")
    .select(["programmeId", "hostInstitutionId"])
    .executeTakeFirstOrThrow();
  const form = {
    ...{
      code,
      "title.es": "Taller",
      "venue.es": "Escuela",
      mode: "onSite",
      country: "MX",
      zone: "America/Mexico_City",
    },
    ...{ startsOn: "2026-11-23", endsOn: "2026-11-30", capacity: String(capacity), minimumAttendance: "80" },
    ...{ workingLanguages: "es", programmeId, hostInstitutionId },
  };
  return knockInsisting(change, { database, cookie, path: `/es/desk/workshops/${code}/details`, form });
}

describeDatabases("a free seat beside somebody who waits is filled, whatever has freed it", (open) => {
  test("seats are added while the workshop is under way, and its sessions are postponed after that", async () => {
    const database = await open();
    const { waiting } = await setUp(database);
    expect((await details(database, 2)).status).toBe(302);
    expect(await stateOf(database, waiting)).toBe("reserve");
    expect(await jobsToFill(database)).toBe(0);
    await postpone(database, begun);
    expect(await stateOf(database, waiting)).toBe("confirmed");
  });

  test("seats are added before it begins", async () => {
    const database = await open();
    const { waiting } = await setUp(database);
    vi.setSystemTime(new Date(early));
    expect((await details(database, 2)).status).toBe(302);
    await run(database, early);
    expect(await stateOf(database, waiting)).toBe("confirmed");
  });

  test("the first session is removed, and the next one is still to come", async () => {
    const database = await open();
    const { waiting } = await setUp(database);
    await set(database, { capacity: 2 });
    await database.transact(async (trx) => {
      const workshop = await held(trx, { code });
      const first = await findSession(trx, workshop.id, 1);
      await removeSession(trx, workshop, first!, { ...nobody, at: begun });
    });
    expect(await stateOf(database, waiting)).toBe("confirmed");
  });

  test("enrolment was closed, and is opened again", async () => {
    const database = await open();
    const { waiting } = await setUp(database);
    await set(database, { capacity: 2, state: "published" });
    expect(await become(database, "open", early)).toEqual({ status: "changed" });
    await run(database, early);
    expect(await stateOf(database, waiting)).toBe("confirmed");
  });

  test("it was completed by mistake, is reopened, and its sessions are still to come", async () => {
    const database = await open();
    const { waiting } = await setUp(database);
    await set(database, { capacity: 2, state: "completed" });
    const back = { to: "running", reason: "Se concluyó por error." } as const;
    await database.transact(async (trx) => stepBack(trx, await held(trx, { code }), back, { ...nobody, at: early }));
    await run(database, early);
    expect(await stateOf(database, waiting)).toBe("confirmed");
  });

  test("somebody withdraws", async () => {
    const database = await open();
    const { workshopId, seated, waiting } = await setUp(database);
    await database.transact((trx) => withdraw(trx, { ...seated, workshopId }, { ...seated, at: early }));
    expect(await stateOf(database, waiting)).toBe("confirmed");
  });

  test("the account of whoever waits is enabled again", async () => {
    const database = await open();
    const { waiting } = await setUp(database);
    await database.transact((trx) => disableAccount(trx, waiting.accountId, { ...nobody, at: early }));
    await set(database, { capacity: 2 });
    await database.transact((trx) => enableAccount(trx, waiting.accountId, { ...nobody, at: early }));
    await run(database, early);
    expect(await stateOf(database, waiting)).toBe("confirmed");
  });

  test("a newcomer waits behind somebody who cannot sign in: the seat between them is the newcomer's", async () => {
    const database = await open();
    const { workshopId, waiting } = await setUp(database);
    await database.transact((trx) => disableAccount(trx, waiting.accountId, { ...nobody, at: early }));
    await set(database, { capacity: 2 });
    const newcomer = await official(database);
    const placed = database.transact((trx) => enrol(trx, { ...newcomer, workshopId }, { ...newcomer, at: early }));
    expect(await placed).toEqual({ status: "reserve", rank: 2 });
    await run(database, early);
    expect(await stateOf(database, newcomer)).toBe("confirmed");
    expect(await stateOf(database, waiting)).toBe("reserve");
  });
});

describeDatabases("what no event has told of", (open) => {
  test("is found by the worker's round, once, and only where seats may still be given", async () => {
    const database = await open();
    const { waiting } = await setUp(database);
    await set(database, { capacity: 2 });
    await fillForgottenSeats(database, begun);
    expect(await stateOf(database, waiting)).toBe("reserve");
    for (const _ of [1, 2]) await fillForgottenSeats(database, early);
    expect(await stateOf(database, waiting)).toBe("confirmed");
    const promoted = await database.read
      .selectFrom("outbox")
      .select("id")
      .where("event", "=", "enrolment.promoted")
      .execute();
    expect(promoted).toHaveLength(1);
  });

  test("leaves alone a workshop in whose reserve nobody can sign in", async () => {
    const database = await open();
    const { waiting } = await setUp(database);
    await database.transact((trx) => disableAccount(trx, waiting.accountId, { ...nobody, at: early }));
    await set(database, { capacity: 2 });
    await fillForgottenSeats(database, early);
    expect(await stateOf(database, waiting)).toBe("reserve");
  });
});
