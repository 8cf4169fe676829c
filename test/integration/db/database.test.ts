import { readFileSync } from "node:fs";
import SQLite from "better-sqlite3";
import { type ColumnMetadata, sql, type TableMetadata } from "kysely";
import { expect, inject, test } from "vitest";
import { type Database, openDatabase } from "#db/database.ts";
import { schemaSource } from "#db/generate-schema.ts";
import { isMigrated, migrateToLatest } from "#db/migrate.ts";
import { newId } from "#db/new-id.ts";
import { describeDatabases } from "#test/support/databases.ts";

const write = (database: Database, name: string) =>
  database.transact((trx) => trx.insertInto("setting").values({ name, value: "x" }).execute());

describeDatabases("database", (open, fresh) => {
  test("is migrated, and migrating again changes nothing", async () => {
    const database = await open();
    expect(await isMigrated(database)).toBe(true);
    expect(await migrateToLatest(database)).toEqual({ applied: [] });
  });

  test("a transaction that throws leaves nothing", async () => {
    const database = await open();
    const failing = database.transact(async (trx) => {
      await trx.insertInto("setting").values({ name: "half", value: "done" }).execute();
      throw new Error("stop");
    });
    await expect(failing).rejects.toThrow("stop");
    expect(await database.read.selectFrom("setting").select("name").where("name", "=", "half").execute()).toEqual([]);
  });

  test("a page's read does not wait for another's transaction, and sees only what is committed", async () => {
    const database = await open();
    await database.transact(async (trx) => {
      await trx.insertInto("setting").values({ name: "new", value: "x" }).execute();
      expect(await database.read.selectFrom("setting").select("name").where("name", "=", "new").execute()).toEqual([]);
    });
    expect(await database.read.selectFrom("setting").select("name").where("name", "=", "new").execute()).toHaveLength(
      1,
    );
  });

  test("writers of several connections stand in line instead of failing", async () => {
    const url = await fresh();
    const databases = Array.from({ length: 4 }, () => openDatabase(url));
    await Promise.all(Array.from({ length: 40 }, (_, i) => write(databases[i % 4] as Database, `n${i}`)));
    const { rows } = await databases[0]!.read
      .selectFrom("setting")
      .select(({ fn }) => fn.countAll<number>().as("rows"))
      .executeTakeFirstOrThrow();
    expect(rows).toBe(40);
    await Promise.all(databases.map((database) => database.close()));
  });

  test("names have capitals here and underscores there, also those that a query makes up", async () => {
    const database = await open();
    const query = database.read
      .selectFrom((eb) =>
        eb.selectFrom("auditHead as theHead").select(["theHead.seq as lastSeq", "theHead.hash"]).as("ownTable"),
      )
      .select(["ownTable.lastSeq", "ownTable.hash as lastHash"])
      .orderBy("lastSeq");
    expect(query.compile().sql).toContain('"own_table"."last_seq"');
    expect(await query.execute()).toEqual([{ lastSeq: 0, lastHash: "" }]);
    const { rows } = await sql`select 'x_y' as a_2, 'z' as "b""c_d"`.execute(database.read);
    expect(rows).toEqual([{ a2: "x_y", 'b"cD': "z" }]);
  });

  test("a flag is a boolean here and 0 or 1 there", async () => {
    const database = await open();
    const { rows } = await sql`
       select cast(${true} as integer) as is_on, cast(${false} as integer) as is_off,
         cast(${null} as integer) as is_none,
        cast(${true} as integer) as stored, 1 = 1 as is_true`.execute(database.read);
    expect(rows).toEqual([{ isOn: true, isOff: false, isNone: null, stored: 1, isTrue: true }]);
  });
});

test("ids sort by the order in which they were made", () => {
  const ids = Array.from({ length: 5000 }, () => newId());
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("an acknowledged write on SQLite is on disk: synchronous is FULL after it, on both connections", async () => {
  const database = openDatabase(`${inject("sqliteFolder")}/${newId()}.sqlite`);
  await migrateToLatest(database);
  await write(database, "one");
  const pragma = async (name: string) => {
    const read = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(database.read);
    const written = await database.transact((trx) =>
      sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(trx),
    );
    return [read, written].map(({ rows }) => Object.values(rows[0] ?? {})[0]);
  };
  expect(await pragma("synchronous")).toEqual([2, 2]);
  expect(await pragma("journal_mode")).toEqual(["wal", "wal"]);
  expect(await pragma("foreign_keys")).toEqual([1, 1]);
  expect(await pragma("trusted_schema")).toEqual([0, 0]);
  const [readTimeout, writeTimeout] = await pragma("busy_timeout");
  expect(Number(readTimeout)).toBeLessThanOrEqual(50);
  expect(Number(writeTimeout)).toBeLessThanOrEqual(50);
  await database.close();
});

test("planted breach: without setting it after WAL, synchronous has dropped to NORMAL at the first write", () => {
  const careless = new SQLite(`${inject("sqliteFolder")}/${newId()}.sqlite`);
  careless.pragma("synchronous = FULL");
  careless.pragma("journal_mode = WAL");
  careless.exec("create table note (text text)");
  const before = careless.pragma("synchronous", { simple: true });
  careless.close();
  const untouched = new SQLite(`${inject("sqliteFolder")}/${newId()}.sqlite`);
  untouched.pragma("journal_mode = WAL");
  untouched.exec("create table note (text text)");
  expect([before, untouched.pragma("synchronous", { simple: true })]).toContain(1);
  untouched.close();
});

test("two processes may migrate a new database at once", async () => {
  const url = `${inject("sqliteFolder")}/${newId()}.sqlite`;
  const databases = [openDatabase(url), openDatabase(url)];
  const applied = (await Promise.all(databases.map(migrateToLatest))).flatMap((outcome) => outcome.applied);
  expect(applied).toEqual([...new Set(applied)]);
  expect(applied.length).toBeGreaterThan(0);
  await Promise.all(databases.map((database) => database.close()));
});

test("schema.ts is what the migrated database has", async () => {
  expect(await schemaSource()).toBe(readFileSync("db/schema.ts", "utf8"));
});

test.skipIf(inject("postgresUrl") === null)("the two databases have the same tables and columns", async () => {
  const [sqlite, postgres] = [
    openDatabase(":memory:"),
    openDatabase((inject("postgresUrl") ?? "").replace(/postgres$/, "puente_template")),
  ];
  await migrateToLatest(sqlite);
  const [one, other] = [await shape(sqlite), await shape(postgres)];
  expect(other).toEqual(one);
  expect(Object.keys(one).length).toBeGreaterThan(20);
  await sqlite.close();
  await postgres.close();
});

test("planted breach: a column that only one database has is seen", async () => {
  const [one, other] = [openDatabase(":memory:"), openDatabase(":memory:")];
  await migrateToLatest(one);
  await migrateToLatest(other);
  await other.transact((trx) => sql`alter table workshop add column surprise text`.execute(trx));
  expect(await shape(other)).not.toEqual(await shape(one));
  await one.close();
  await other.close();
});

async function shape(database: Database) {
  const tables = await database.read.introspection.getTables();
  return Object.fromEntries(
    tables.map((table: TableMetadata) => [table.name, table.columns.map(column).sort()] as const).sort(),
  );
}

const kinds: Record<string, string> = {
  TEXT: "text",
  INTEGER: "integer",
  BLOB: "bytes",
  text: "text",
  int4: "integer",
  bytea: "bytes",
};

const column = ({ name, dataType, isNullable }: ColumnMetadata) =>
  `${name} ${kinds[dataType] ?? dataType}${isNullable ? "" : " not null"}`;
