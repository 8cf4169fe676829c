import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { expect, test, vi } from "vitest";
import { action } from "#app/enrolment/own/enrolment.route.tsx";
import { type Database, openDatabase, type Writer } from "#db/database.ts";
import { hold } from "#db/hold.ts";
import type { Id } from "#db/id.ts";
import { isMigrated } from "#db/migrate.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describePostgres } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop } from "#test/support/world.ts";

/** More than there are connections. */
const crowd = 25;

/** Keeps a workshop's row from everybody else until it is told to let go. */
async function holdWorkshop(database: Database, workshopId: Id<"workshop">) {
  const [held, ending] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const holding = database.transact(async (trx) => {
    await hold(trx, "workshop", workshopId);
    held.resolve();
    await ending.promise;
  });
  await held.promise;
  return async () => {
    ending.resolve();
    await holding;
  };
}

async function openWorkshop(database: Database, code: string) {
  const workshopId = await addWorkshop(database, { code, startsOn: "2199-01-01", endsOn: "2199-01-05" });
  const { accountId } = await addAccount(database, { grants: ["official"], passwordHash: null });
  const cookie = await cookieFor(database, accountId);
  const enrol = (db = database) =>
    knock(action, { database: db, path: `/es/workshops/${code}/enrolment`, form: {}, cookie });
  return { workshopId, enrol };
}

/** The same database, whose transactions have less patience. */
const hasty = (database: Database): Database => ({
  ...database,
  transact: (work) =>
    database.transact(async (trx) => {
      await sql`set local lock_timeout = 100`.execute(trx);
      return work(trx);
    }),
});

const thrownBy = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error);

describePostgres("a row that somebody holds", (open, fresh) => {
  test("keeps whoever wants to write it waiting, more than there are connections, and nobody who reads", async () => {
    const database = await open();
    const { workshopId } = await openWorkshop(database, "MJ-1");
    const letGo = await holdWorkshop(database, workshopId);
    const writing = Array.from({ length: crowd }, () => database.transact((trx) => hold(trx, "workshop", workshopId)));
    await wait(200);
    expect(await database.read.selectFrom("workshop").select("code").execute()).toEqual([{ code: "MJ-1" }]);
    expect(await isMigrated(database)).toBe(true);
    await letGo();
    expect(new Set(await Promise.all(writing))).toEqual(new Set([true]));
  });

  test("answers 503 and when to come again, once patience has ended, and is not asked for anew at once", async () => {
    const database = await open();
    const { workshopId, enrol } = await openWorkshop(database, "MJ-1");
    const letGo = await holdWorkshop(database, workshopId);
    const answer = await enrol(hasty(database));
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(vi.mocked(console.error).mock.calls).toHaveLength(1);
    vi.mocked(console.error).mockClear();
    await letGo();
    expect((await enrol()).location).toContain("done=confirmed");
  });

  test("of one workshop keeps nobody from enrolling in another", async () => {
    const database = await open();
    const [held, other] = [await openWorkshop(database, "MJ-1"), await openWorkshop(database, "MJ-2")];
    const letGo = await holdWorkshop(database, held.workshopId);
    const waiting = held.enrol();
    await wait(200);
    expect((await other.enrol()).location).toContain("done=confirmed");
    await letGo();
    expect((await waiting).location).toContain("done=confirmed");
  });

  test("or a statement that takes too long may pass, and is no conflict", async () => {
    const database = await open();
    const { workshopId } = await openWorkshop(database, "MJ-1");
    const letGo = await holdWorkshop(database, workshopId);
    const work = async (trx: Writer) => {
      await sql`set local statement_timeout = 50`.execute(trx);
      await sql`select pg_sleep(10)`.execute(trx);
    };
    const errors = [
      await thrownBy(hasty(database).transact((trx) => hold(trx, "workshop", workshopId))),
      await thrownBy(database.transact(work)),
    ];
    await letGo();
    expect(errors.map((error) => (error as { code: string }).code)).toEqual(["55P03", "57014"]);
    for (const error of errors) {
      expect(database.dialect.isUnavailable(error)).toBe(true);
      expect(database.dialect.isConflict(error)).toBe(false);
    }
  });

  test.each(["pages", "jobs"] as const)("is waited for within limits, as are statements (%s)", async (use) => {
    const database = openDatabase(await fresh(), use);
    const limits = async (db: Pick<Writer, "getExecutor">) => {
      const asked = sql<Record<string, string>>`
        select current_setting('lock_timeout') as lock, current_setting('statement_timeout') as statement`;
      return (await asked.execute(db)).rows[0];
    };
    const [read, write] = [await limits(database.read), await database.transact(limits)];
    await database.close();
    const expected = {
      pages: [
        { lock: "5s", statement: "10s" },
        { lock: "5s", statement: "15s" },
      ],
      jobs: [
        { lock: "30s", statement: "5min" },
        { lock: "30s", statement: "5min" },
      ],
    };
    expect([read, write]).toEqual(expected[use]);
  });
});
