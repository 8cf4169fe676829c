import SQLite from "better-sqlite3";
import { sql } from "kysely";
import { afterEach, expect, inject, test } from "vitest";
import { loader as verify } from "#app/certificates/verification/verification.route.tsx";
import { loader as me } from "#app/enrolment/own/me.route.tsx";
import { now, plusMinutes } from "#app/time/instant.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { newId } from "#db/new-id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { castDemo } from "#test/support/cast.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { addressOf, sitePlaces } from "#test/support/site.ts";
import { knock, settled } from "#test/support/visit.ts";

const seenAt = async ({ read }: Database) =>
  (await read.selectFrom("accountSession").select("seenAt").executeTakeFirstOrThrow()).seenAt;
const misses = async ({ read }: Database) =>
  (await read.selectFrom("rateLimit").select("hits").execute()).map(({ hits }) => hits);

/** Somebody who has been away for five minutes, and whose page would be noted. */
async function reader(database: Database) {
  const { accountId } = await addAccount(database, { grants: ["official"], passwordHash: null });
  const before = plusMinutes(now(), -5);
  const cookie = await cookieFor(database, accountId, before);
  return { before, ask: (on = database) => knock(me, { database: on, path: "/es/me", cookie }) };
}

const lookUp = (database: Database) => knock(verify, { database, path: "/es/verify/nonsense" });

/** Nothing is written before it is set free. */
function slowToWrite(database: Database) {
  const gate = Promise.withResolvers<void>();
  const slow: Database = { ...database, transact: (work) => gate.promise.then(() => database.transact(work)) };
  return { slow, free: gate.resolve };
}

/** Whatever is to be written fails as it does when the database has no room, or somebody else holds it. */
function unwritable(database: Database): Database {
  const away = ["SQLITE_FULL", "53300"].map((code) => Object.assign(new Error(code), { code }));
  return {
    ...database,
    transact: async () => {
      throw away.find(database.dialect.isUnavailable);
    },
  };
}

describeDatabases("a page that is read", (open) => {
  test("is answered before it is noted that somebody was here, and what nobody has issued", async () => {
    const database = await open();
    const { before, ask } = await reader(database);
    const { slow, free } = slowToWrite(database);
    const answers = await Promise.all([ask(slow), lookUp(slow), lookUp(slow)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 404]);
    expect([await seenAt(database), await misses(database)]).toEqual([before, []]);
    free();
    await settled(slow);
    expect((await seenAt(database)) > before).toBe(true);
    expect(await misses(database)).toEqual([2, 2]);
  });

  test("is answered where nothing can be written, and what it would have noted is tried again", async () => {
    const database = await open();
    const { before, ask } = await reader(database);
    const faltering = unwritable(database);
    expect((await ask(faltering)).status).toBe(200);
    expect((await lookUp(faltering)).status).toBe(404);
    await settled(faltering);
    expect([await seenAt(database), await misses(database)]).toEqual([before, []]);
    faltering.transact = database.transact;
    await settled(faltering);
    expect((await seenAt(database)) > before).toBe(true);
    expect(await misses(database)).toEqual([1, 1]);
  });
});

describeDatabases("every page of the site", (open) => {
  test("can be read where nothing can be written, by everybody who may read it", async () => {
    const { database, cookies, own } = await castDemo(open);
    const seenAt = plusMinutes(now(), -5);
    await database.transact((trx) => trx.updateTable("accountSession").set({ seenAt }).execute());
    const faltering = unwritable(database);
    const failed: string[] = [];
    for (const { path, loader } of (await sitePlaces()).filter((place) => place.loader)) {
      for (const [who, cookie] of Object.entries({ ...cookies, nobody: undefined })) {
        const address = addressOf(path, { ...own, l: "es" });
        const { status } = await knock(loader!, { database: faltering, path: address, cookie });
        if (status >= 500) failed.push(`${who}: ${address}`);
      }
    }
    expect(failed).toEqual([]);
  });
});

const left: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of left.splice(0).reverse()) await end();
});

test("signed-in people read while another process holds SQLite's only writer, and while the disk is full", async () => {
  const url = `${inject("sqliteFolder")}/${newId()}.sqlite`;
  const database = openDatabase(url);
  left.push(() => database.close());
  await migrateToLatest(database);
  const { before, ask } = await reader(database);
  const other = new SQLite(url);
  other.exec("begin immediate");
  expect((await ask()).status).toBe(200);
  other.exec("rollback");
  other.close();
  await settled(database);
  expect((await seenAt(database)) > before).toBe(true);

  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database.read);
  const pages = (rows[0] as unknown as { pageCount: number }).pageCount;
  const stale = plusMinutes(now(), -5);
  await database.transact((trx) => trx.updateTable("accountSession").set({ seenAt: stale }).execute());
  await database.transact((trx) => sql`pragma max_page_count = ${sql.lit(pages)}`.execute(trx));
  expect((await ask()).status).toBe(200);
  expect((await lookUp(database)).status).toBe(404);
});
