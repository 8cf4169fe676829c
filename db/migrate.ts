import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { type QueryExecutorProvider, sql } from "kysely";
import { type Migration, type MigrationResultSet, Migrator } from "kysely/migration";
import { readSettings, SettingsError } from "#app/settings/settings.ts";
import { type Database, openDatabase, type Writer } from "./database.ts";
import type { Ddl, Migrated, Step } from "./dialect/dialect.ts";

const folder = resolve(import.meta.dirname, "migrations");
const names = readdirSync(folder)
  .filter((file) => /^\d{4}-\d{2}-\d{2}-[\w-]+\.ts$/.test(file))
  .map((file) => file.replace(/\.ts$/, ""))
  .sort();

/**
 * Brings the database up to date, in one transaction.
 * Two processes may try at once: the second finds nothing left to do.
 * @throws SettingsError where a newer version of Puente has migrated it
 */
export const migrateToLatest = (database: Database): Promise<Migrated> =>
  migrate(database, (migrator) => migrator.migrateToLatest());

/** As far as the migration of this name: the database of a former version, for the tests of a later step. */
export const migrateTo = (database: Database, name: string): Promise<Migrated> =>
  migrate(database, (migrator) => migrator.migrateTo(name));

/** Whether nothing is left to do; false too where the database does not answer. One question: it is asked often. */
export async function isMigrated({ read }: Database): Promise<boolean> {
  try {
    const done = await doneNames(read);
    return names.every((name) => done.includes(name));
  } catch {
    return false;
  }
}

const migrate = (database: Database, run: (migrator: Migrator) => Promise<MigrationResultSet>): Promise<Migrated> =>
  database.migrate(async (trx) => {
    await adoptFormerTable(trx);
    await refuseUnknown(trx);
    // of two migrations written at the same time, the one with the earlier day may be merged last
    const migrator = new Migrator({
      db: trx,
      provider: providerFor(database.dialect.ddl),
      allowUnorderedMigrations: true,
    });
    const { error, results = [] } = await run(migrator);
    if (error) throw error;
    return { applied: results.filter(({ status }) => status === "Success").map(({ migrationName }) => migrationName) };
  });

/** A file is read when its turn comes. */
const providerFor = (ddl: Ddl) => ({
  getMigrations: async () =>
    Object.fromEntries(names.map((name): [string, Migration] => [name, { up: (trx) => runFile(trx, name, ddl) }])),
});

async function runFile(trx: QueryExecutorProvider, name: string, ddl: Ddl): Promise<void> {
  const { statements } = (await import(resolve(folder, `${name}.ts`))) as { statements(ddl: Ddl): Step[] };
  await runSteps(trx, statements(ddl));
}

/** One after another, in the migrations' transaction. */
export async function runSteps(trx: QueryExecutorProvider, steps: readonly Step[]): Promise<void> {
  for (const step of steps) await (typeof step === "string" ? sql.raw(step).execute(trx) : step(trx));
}

/** Until November 2026 we kept account of migrations ourselves, by the same names. */
async function adoptFormerTable(trx: Writer): Promise<void> {
  if (!(await isTable(trx, "migration"))) return;
  await runSteps(trx, [
    "alter table migration rename to kysely_migration",
    `alter table kysely_migration rename column applied_at to "timestamp"`,
  ]);
}

async function refuseUnknown(trx: Writer): Promise<void> {
  if (!(await isTable(trx, "kysely_migration"))) return;
  const unknown = (await doneNames(trx)).filter((name) => !names.includes(name));
  if (unknown.length)
    throw new SettingsError([
      `This database belongs to a newer version of Puente, which has changed it (${unknown.join(", ")}).`,
      "Start that version or a later one, or restore a backup from before the change.",
    ]);
}

async function isTable(trx: Writer, wanted: string): Promise<boolean> {
  const tables = await trx.introspection.getTables({ withInternalKyselyTables: true });
  return tables.some(({ name }) => name === wanted);
}

async function doneNames(db: QueryExecutorProvider): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return rows.map(({ name }) => name);
}

async function run(): Promise<void> {
  const database = openDatabase(readSettings(process.env).databaseUrl);
  const { applied } = await migrateToLatest(database).finally(() => database.close());
  console.log(applied.length ? applied.map((name) => `applied ${name}`).join("\n") : "nothing to migrate");
}

if (import.meta.main) {
  await run().catch((error: unknown) => {
    console.error(error instanceof SettingsError ? error.message : error);
    process.exitCode = 1;
  });
}
