import { rmSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import type { TestProject } from "vitest/node";
import { type Database, openDatabase } from "#db/database.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { startPostgres } from "./postgres.ts";
import { scratchFolder } from "./scratch.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Holds `puente_template.sqlite`, and each test's copy of it. */
    sqliteFolder: string;
    /** A server with the database `puente_template`; null where there is none for this platform. */
    postgresUrl: string | null;
  }
}

/** Migrates one database of each kind; every test then begins with a copy, which takes milliseconds. */
export default async function setUp(project: TestProject) {
  const folder = scratchFolder("sqlite");
  await migrate(join(folder, "migrated.sqlite"), (database) =>
    sql`vacuum into ${join(folder, "puente_template.sqlite")}`.execute(database.read),
  );
  const postgres = await startPostgres();
  if (postgres) {
    const server = openDatabase(postgres.url, "jobs");
    await sql`create database puente_template`.execute(server.read);
    await server.close();
    await migrate(postgres.url.replace(/postgres$/, "puente_template"));
  }
  project.provide("sqliteFolder", folder);
  project.provide("postgresUrl", postgres?.url ?? null);
  return async () => {
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function migrate(url: string, finish: (database: Database) => Promise<unknown> = async () => {}): Promise<void> {
  const database = openDatabase(url);
  await migrateToLatest(database);
  await finish(database);
  await database.close();
}
