import { readdirSync } from "node:fs";
import { sql } from "kysely";
import type { Database } from "#db/database.ts";

type Migration = { statements(ddl: Database["dialect"]["ddl"]): string[] };

const names = readdirSync("db/migrations")
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -".ts".length))
  .sort();

/** Makes the tables as they were before a migration. */
export const migrateUntil = (database: Database, name: string) =>
  run(
    database,
    names.filter((other) => other < name),
  );

/** Runs a migration, and those that came after it. */
export const migrateFrom = (database: Database, name: string) =>
  run(
    database,
    names.filter((other) => other >= name),
  );

async function run(database: Database, chosen: string[]): Promise<void> {
  for (const name of chosen) {
    const { statements } = (await import(`../../db/migrations/${name}.ts`)) as Migration;
    await database.transact(async (trx) => {
      for (const statement of statements(database.dialect.ddl)) await sql.raw(statement).execute(trx);
    });
  }
}
