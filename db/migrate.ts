import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { type Kysely, sql } from "kysely";
import { type Database, openDatabase, type Writer } from "./database.ts";

const folder = resolve(import.meta.dirname, "migrations");
const names = () =>
  readdirSync(folder)
    .filter((file) => /^\d{4}-\d{2}-\d{2}-[\w-]+\.ts$/.test(file))
    .map((file) => file.replace(/\.ts$/, ""))
    .sort();

/** Brings the database up to date, each migration in a transaction of its own. Two processes may try at once. */
export async function migrateToLatest(database: Database): Promise<{ applied: string[] }> {
  await database.transact(async (trx) => {
    await sql`create table if not exists migration (name text primary key not null, applied_at text not null)`.execute(
      trx,
    );
  });
  const applied: string[] = [];
  for (const name of names()) {
    if (await database.transact((trx) => apply(trx, database, name))) applied.push(name);
  }
  return { applied };
}

export async function isMigrated(database: Database): Promise<boolean> {
  try {
    const done = await appliedNames(database.read);
    return names().every((name) => done.includes(name));
  } catch {
    return false;
  }
}

async function apply(trx: Writer, database: Database, name: string): Promise<boolean> {
  if ((await appliedNames(trx)).includes(name)) return false;
  const { statements } = (await import(resolve(folder, `${name}.ts`))) as {
    statements(ddl: Database["dialect"]["ddl"]): string[];
  };
  for (const statement of statements(database.dialect.ddl)) await sql.raw(statement).execute(trx);
  await sql`insert into migration (name, applied_at) values (${name}, ${new Date().toISOString()})`.execute(trx);
  return true;
}

async function appliedNames(db: Kysely<never> | Database["read"] | Writer): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from migration`.execute(db as Database["read"]);
  return rows.map(({ name }) => name);
}

if (import.meta.main) {
  const { readSettings } = await import("#app/settings/settings.ts");
  const database = openDatabase(readSettings(process.env).databaseUrl);
  const { applied } = await migrateToLatest(database);
  await database.close();
  console.log(applied.length ? applied.map((name) => `applied ${name}`).join("\n") : "nothing to migrate");
}
