import { randomUUID } from "node:crypto";
import { constants, copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, inject } from "vitest";
import { now } from "#app/time/instant.ts";
import { type Database, openDatabase } from "#db/database.ts";

type Seed = (database: Database) => Promise<unknown>;

/** An empty, migrated database; or a copy of one that `seed` has filled, which is made once for all who ask for it. */
export type Open = (seed?: Seed) => Promise<Database>;

/** What copies databases by their names. */
type Server = {
  urlOf(name: string): string;
  create(name: string): Promise<void>;
  copy(from: string, name: string): Promise<void>;
  drop(name: string): Promise<void>;
  seeded: Map<Seed, Promise<string>>;
};

const template = "puente_template";

type Body = (open: Open, fresh: () => Promise<string>, bare: () => Promise<string>) => void;

/**
 * Runs the same tests on both databases. Each call of `open` gives a database of its own that is closed and dropped
 * after its test; `fresh` gives an empty one's URL, for tests that open it more than once,
 * and `bare` that of one without any table.
 */
export function describeDatabases(name: string, body: Body): void {
  describeSqlite(name, body);
  describePostgres(name, body);
}

/** For what a file alone can be asked. */
export function describeSqlite(name: string, body: Body): void {
  describe(`${name} (sqlite)`, () => withCleaning(sqliteFiles, body));
}

/** For what can happen to a server alone. */
export function describePostgres(name: string, body: Body): void {
  describe.skipIf(inject("postgresUrl") === null)(`${name} (postgres)`, () => {
    let server: Database;
    // not waited for between tests: PostgreSQL looks every 100 ms whether a database's last connection is gone
    const drops: Promise<unknown>[] = [];
    beforeAll(() => {
      server = openDatabase(inject("postgresUrl") ?? "", "jobs");
    });
    afterAll(async () => {
      await Promise.all(drops);
      await server.close();
    });
    withCleaning(
      postgresServer(() => server, drops),
      body,
    );
  });
}

function withCleaning(server: Server, body: Body): void {
  const left: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of left.splice(0).reverse()) await end();
  });
  const make = async (fill: (name: string) => Promise<void>) => {
    const name = newName();
    await fill(name);
    left.push(() => server.drop(name));
    return server.urlOf(name);
  };
  const copy = (from: string) => make((name) => server.copy(from, name));
  const open = async (seed?: Seed) => {
    const database = onOurDay(openDatabase(await copy(seed ? await seededBy(server, seed) : template)));
    left.push(() => database.close());
    return database;
  };
  body(
    open,
    () => copy(template),
    () => make(server.create),
  );
}

/** Its clock says what ours does: tests run on one day, whenever that is. */
const onOurDay = (database: Database): Database => ({ ...database, now: async () => now() });

/** Stays until the run ends, as whatever it is copied to by tests of this process. */
function seededBy(server: Server, seed: Seed): Promise<string> {
  const known = server.seeded.get(seed) ?? fill(server, seed);
  server.seeded.set(seed, known);
  return known;
}

async function fill(server: Server, seed: Seed): Promise<string> {
  const name = newName();
  await server.copy(template, name);
  const database = onOurDay(openDatabase(server.urlOf(name)));
  await seed(database);
  await database.close();
  return name;
}

const newName = () => `test_${randomUUID().replaceAll("-", "")}`;

const fileOf = (name: string) => join(inject("sqliteFolder"), `${name}.sqlite`);

const sqliteFiles: Server = {
  urlOf: fileOf,
  // whoever opens it makes it
  create: async () => {},
  copy: async (from, name) => copyFileSync(fileOf(from), fileOf(name), constants.COPYFILE_FICLONE),
  drop: async (name) => ["", "-wal", "-shm"].forEach((ending) => rmSync(fileOf(name) + ending, { force: true })),
  seeded: new Map(),
};

/** A template cannot be copied while somebody has it open: whoever has just filled it may still be closing. */
async function patiently(copy: () => Promise<unknown>, tries = 50): Promise<void> {
  try {
    await copy();
  } catch (error) {
    // 55006: object_in_use
    if ((error as { code?: string }).code !== "55006" || tries <= 1) throw error;
    await wait(100);
    await patiently(copy, tries - 1);
  }
}

const seededInPostgres: Server["seeded"] = new Map();

function postgresServer(server: () => Database, drops: Promise<unknown>[]): Server {
  return {
    urlOf: (name) => (inject("postgresUrl") ?? "").replace(/postgres$/, name),
    async create(name) {
      await sql`create database ${sql.id(name)}`.execute(server().read);
    },
    async copy(from, name) {
      await patiently(() =>
        sql`create database ${sql.id(name)} template ${sql.id(from)} strategy file_copy`.execute(server().read),
      );
    },
    drop: async (name) => void drops.push(sql`drop database ${sql.id(name)} with (force)`.execute(server().read)),
    seeded: seededInPostgres,
  };
}
