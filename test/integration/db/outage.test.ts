import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test, vi } from "vitest";
import { findChainFault } from "#app/audit/queries.ts";
import * as enrolment from "#app/enrolment/own/enrolment.route.tsx";
import * as withdrawal from "#app/enrolment/own/withdrawal.route.tsx";
import { type Database, openDatabase } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { isMigrated, migrateToLatest } from "#db/migrate.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { runDueJobs } from "#test/support/due-jobs.ts";
import { jobContext } from "#test/support/job-context.ts";
import { type Postgres, startPostgres } from "#test/support/postgres.ts";
import { sealed } from "#test/support/sealed.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop } from "#test/support/world.ts";

const code = "MJ-1";
/** Enough that nobody reaches the hourly limit of an account. */
const people = 24;

/** Somebody who enrols and withdraws in turn, and what they were told. */
type Visitor = { personId: Id<"person">; cookie: string; statuses: number[]; confirmed: number };

async function applyInTurn(database: Database, visitor: Visitor, isOver: () => boolean): Promise<void> {
  for (let isIn = false; !isOver(); ) {
    const [door, path] = isIn ? [withdrawal.action, "/withdrawal"] : [enrolment.action, ""];
    const answer = await knock(door, {
      database,
      path: `/es/workshops/${code}/enrolment${path}`,
      form: {},
      cookie: visitor.cookie,
    });
    visitor.statuses.push(answer.status);
    const isDone = answer.location?.includes("?done=") ?? false;
    if (isDone) visitor.confirmed += 1;
    // after a refusal the page tells how things stand: whoever cannot be told apart tries the other way
    if (isDone || answer.location?.includes("?refused=")) isIn = !isIn;
    if (answer.status === 503) await wait(20);
  }
}

/** What the database knows of somebody's own enrolments and withdrawals. */
async function countEvents(database: Database, personId: Id<"person">): Promise<number> {
  const rows = await database.read
    .selectFrom("enrolmentEvent")
    .innerJoin("enrolment", "enrolment.id", "enrolmentEvent.enrolmentId")
    .select("enrolmentEvent.id")
    .where("enrolment.personId", "=", personId)
    .where("enrolmentEvent.byAccountId", "is not", null)
    .execute();
  return rows.length;
}

/** Every event has its message and, moving up excepted, its entry in the audit; counters match rows. */
async function expectWhole(database: Database): Promise<void> {
  const events = await database.read.selectFrom("enrolmentEvent").select("byAccountId").execute();
  const messages = await database.read.selectFrom("outbox").select("id").execute();
  const entries = await (await sealed(database)).read
    .selectFrom("audit")
    .select("seq")
    .where("subjectKind", "=", "enrolment")
    .execute();
  expect([messages.length, entries.length]).toEqual([
    events.length,
    events.filter(({ byAccountId }) => byAccountId).length,
  ]);
  expect(await findChainFault(database.read)).toBeNull();
  const { seatsTaken, reserveCount } = await database.read
    .selectFrom("workshop")
    .select(["seatsTaken", "reserveCount"])
    .where("code", "=", code)
    .executeTakeFirstOrThrow();
  const states = (await database.read.selectFrom("enrolment").select("state").execute()).map(({ state }) => state);
  const count = (wanted: string) => states.filter((state) => state === wanted).length;
  expect([seatsTaken, reserveCount]).toEqual([count("confirmed"), count("reserve")]);
}

describe.skipIf(inject("postgresUrl") === null)("PostgreSQL that is restarted while people write", () => {
  let postgres: Postgres;
  let database: Database;

  beforeAll(async () => {
    postgres = (await startPostgres()) as Postgres;
    database = openDatabase(postgres.url);
    await migrateToLatest(database);
  });
  afterAll(async () => {
    await database.close();
    await postgres.stop();
  });

  test("refuses cleanly meanwhile, loses nothing that was confirmed, and goes on by itself", {
    timeout: 120_000,
  }, async () => {
    await addWorkshop(database, { code, capacity: 3, startsOn: "2199-01-01", endsOn: "2199-01-05" });
    const visitors: Visitor[] = [];
    for (let i = 0; i < people; i += 1) {
      const { accountId, personId } = await addAccount(database, { grants: ["official"], passwordHash: null });
      visitors.push({ personId, cookie: await cookieFor(database, accountId), statuses: [], confirmed: 0 });
    }
    const confirmed = () => visitors.reduce((sum, visitor) => sum + visitor.confirmed, 0);
    let isOver = false;
    const writing = Promise.all(visitors.map((visitor) => applyInTurn(database, visitor, () => isOver)));
    // whatever fails here, nobody goes on knocking for ever
    onTestFinished(async () => {
      isOver = true;
      await writing;
    });
    await expect.poll(confirmed, { timeout: 30_000 }).toBeGreaterThan(50);

    await postgres.halt();
    const before = confirmed();
    await wait(300);
    expect(await isMigrated(database)).toBe(false);
    const idle = jobContext(database, "2026-11-23T18:00:00.000Z");
    await expect(runDueJobs({ ...idle, reactions: {} })).rejects.toThrow();
    expect(confirmed()).toBe(before);
    await postgres.resume();

    await expect.poll(confirmed, { timeout: 30_000 }).toBeGreaterThan(before + 50);
    isOver = true;
    await writing;
    expect(await isMigrated(database)).toBe(true);
    await expectWhole(database);
    const statuses = visitors.flatMap((visitor) => visitor.statuses);
    expect([...new Set(statuses)].sort()).toEqual([302, 503]);
    for (const visitor of visitors) {
      const refused = visitor.statuses.filter((status) => status === 503).length;
      const events = await countEvents(database, visitor.personId);
      expect(events).toBeGreaterThanOrEqual(visitor.confirmed);
      // a commit whose answer was cut off may have happened: nobody was told that it had, or that it had not
      expect(events).toBeLessThanOrEqual(visitor.confirmed + Math.min(refused, 1));
    }
    // each is in the log, under the id that the page shows
    expect(vi.mocked(console.error).mock.calls.length).toBeGreaterThan(0);
    vi.mocked(console.error).mockClear();
  });
});
