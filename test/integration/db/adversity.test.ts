import { setTimeout as wait } from "node:timers/promises";
import SQLite from "better-sqlite3";
import { sql } from "kysely";
import { afterEach, describe, expect, inject, test, vi } from "vitest";
import { type Database, openDatabase } from "#db/database.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { newId } from "#db/new-id.ts";
import { describePostgres } from "#test/support/databases.ts";

const note = (database: Database, name: string, value = "x") =>
  database.transact((trx) => trx.insertInto("setting").values({ name, value }).execute());
const names = async (database: Database) =>
  (await database.read.selectFrom("setting").select("name").orderBy("name").execute()).map(({ name }) => name);

async function newSqlite() {
  const url = `${inject("sqliteFolder")}/${newId()}.sqlite`;
  const database = openDatabase(url);
  await migrateToLatest(database);
  return { url, database };
}

test("while another process holds the only write lock of SQLite for two seconds, everything else goes on", async () => {
  const { url, database } = await newSqlite();
  const other = new SQLite(url);
  other.exec("begin immediate");
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 10);
  const writing = note(database, "late").then(() => "written");
  const early = await Promise.race([writing, wait(2000, "waiting")]);
  expect(early).toBe("waiting");
  expect(await names(database)).toEqual([]);
  // the loop could turn 200 times, on a busy machine some 50; a wait that blocks lets it turn once or twice
  expect(turns).toBeGreaterThan(10);
  other.exec("rollback");
  expect(await writing).toBe("written");
  clearInterval(turning);
  other.close();
  await database.close();
});

/** What has come of each so far. */
function watch(work: Record<string, Promise<unknown>>) {
  const ends: Record<string, string> = {};
  for (const [name, promise] of Object.entries(work))
    promise.then(
      () => Object.assign(ends, { [name]: "written" }),
      (error: { code: string }) => Object.assign(ends, { [name]: error.code }),
    );
  return ends;
}

describe("patience with whoever holds SQLite's write lock", () => {
  afterEach(() => void vi.useRealTimers());
  const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);

  test("ends for all who were there at once, and for nobody who came later", async () => {
    const { url, database } = await newSqlite();
    vi.useFakeTimers({ toFake: ["performance"] });
    const other = new SQLite(url);
    other.exec("begin immediate");
    const early = watch({ a: note(database, "a"), b: note(database, "b"), c: note(database, "c") });
    await wait(100);
    pass(15);
    const late = watch({ late: note(database, "late") });
    pass(6);
    await expect.poll(() => early).toEqual({ a: "SQLITE_BUSY", b: "SQLITE_BUSY", c: "SQLITE_BUSY" });
    expect(late).toEqual({});
    other.exec("rollback");
    other.close();
    await expect.poll(() => late).toEqual({ late: "written" });
    await database.close();
  });

  test("does not count how long our own writers take", async () => {
    const { url, database } = await newSqlite();
    vi.useFakeTimers({ toFake: ["performance"] });
    const ending = Promise.withResolvers<void>();
    const slow = database.transact(() => ending.promise);
    const queued = watch({ queued: note(database, "queued") });
    await wait(100);
    pass(30);
    ending.resolve();
    const other = new SQLite(url);
    await slow;
    await expect.poll(() => queued).toEqual({ queued: "written" });
    other.exec("begin immediate");
    const next = watch({ next: note(database, "next") });
    await wait(100);
    pass(19);
    await wait(100);
    expect(next).toEqual({});
    other.exec("rollback");
    other.close();
    await expect.poll(() => next).toEqual({ next: "written" });
    await database.close();
  });
});

test("a full disk refuses the change as a whole; reading goes on, and writing too once there is room", async () => {
  const { database } = await newSqlite();
  await note(database, "before");
  const limit = (pages: number) =>
    database.transact((trx) => sql`pragma max_page_count = ${sql.lit(pages)}`.execute(trx));
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database.read);
  await limit((rows[0] as unknown as { pageCount: number }).pageCount + 2);
  const filling = database.transact(async (trx) => {
    await trx.insertInto("setting").values({ name: "half", value: "x" }).execute();
    await trx
      .insertInto("setting")
      .values({ name: "rest", value: "x".repeat(100_000) })
      .execute();
  });
  const error = await filling.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "SQLITE_FULL" });
  // to the visitor: try again later, not: a fault of ours
  expect(database.dialect.isUnavailable(error)).toBe(true);
  expect(await names(database)).toEqual(["before"]);
  await limit(1_000_000);
  await note(database, "after");
  expect(await names(database)).toEqual(["after", "before"]);
  await database.close();
});

describePostgres("a connection that breaks", (open) => {
  test("fails its own request; the next one is served", async () => {
    const database = await open();
    await note(database, "before");
    const broken = database.transact(async (trx) => {
      await trx.insertInto("setting").values({ name: "half", value: "x" }).execute();
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx);
      await trx.insertInto("setting").values({ name: "rest", value: "x" }).execute();
    });
    await expect(broken).rejects.toThrow();
    // as a restart of the server does: every idle connection of the pool is gone
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`
      .execute(database.read)
      .catch(() => {});
    await wait(100);
    await note(database, "after").catch(() => note(database, "after"));
    expect(await names(database)).toEqual(["after", "before"]);
  });
});
