import { randomUUID } from "node:crypto";
import { constants, copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, inject } from "vitest";
import { type Database, openDatabase } from "#db/database.ts";

type Fresh = { url: string; drop(): Promise<void> };

/**
 * Runs the same tests on both databases. Each call of `open` gives an empty, migrated database that is closed and
 * dropped after its test; `fresh` gives such a database's URL, for tests that open it more than once.
 */
export function describeDatabases(name: string, body: (open: () => Promise<Database>, fresh: () => Promise<string>) => void): void {
  describe(`${name} (sqlite)`, () => withCleaning(copySqlite, body));
  describe.skipIf(inject("postgresUrl") === null)(`${name} (postgres)`, () => {
    let server: Database;
    // not waited for between tests: PostgreSQL looks every 100 ms whether a database's last connection is gone
    const drops: Promise<unknown>[] = [];
    beforeAll(() => {
      server = openDatabase(inject("postgresUrl") ?? "");
    });
    afterAll(async () => {
      await Promise.all(drops);
      await server.close();
    });
    withCleaning(() => copyPostgres(server, drops), body);
  });
}

function withCleaning(copy: () => Promise<Fresh>, body: Parameters<typeof describeDatabases>[1]): void {
  const left: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of left.splice(0).reverse()) await end();
  });
  const fresh = async () => {
    const { url, drop } = await copy();
    left.push(drop);
    return url;
  };
  const open = async () => {
    const database = openDatabase(await fresh());
    left.push(() => database.close());
    return database;
  };
  body(open, fresh);
}

async function copySqlite(): Promise<Fresh> {
  const folder = inject("sqliteFolder");
  const url = join(folder, `${randomUUID()}.sqlite`);
  copyFileSync(join(folder, "template.sqlite"), url, constants.COPYFILE_FICLONE);
  const drop = async () => ["", "-wal", "-shm"].forEach((ending) => rmSync(url + ending, { force: true }));
  return { url, drop };
}

async function copyPostgres(server: Database, drops: Promise<unknown>[]): Promise<Fresh> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await sql`create database ${sql.id(name)} template puente_template strategy file_copy`.execute(server.read);
  const drop = async () => void drops.push(sql`drop database ${sql.id(name)} with (force)`.execute(server.read));
  return { url: (inject("postgresUrl") ?? "").replace(/postgres$/, name), drop };
}
