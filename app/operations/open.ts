import { sql } from "kysely";
import { type Environment, readSettings, type Settings, SettingsError } from "#app/settings/settings.ts";
import { type Database, openDatabase } from "#db/database.ts";
import type { Use } from "#db/dialect/dialect.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { findDemoMode } from "./demo-mode.ts";

/** Opens and migrates the database, then reads the settings: the database knows whether it is a demo. */
export async function openSite(
  env: Environment,
  use: Use = "pages",
): Promise<{ settings: Settings; database: Database; isNew: boolean }> {
  const { databaseUrl } = readSettings({ ...env, DEMO: env.DEMO || "off" });
  const database = await connect(databaseUrl, use);
  await migrateToLatest(database);
  const remembered = await findDemoMode(database);
  const settings = readSettings(env, remembered ?? true);
  if (remembered !== null) refuseOtherMode(settings, remembered);
  return { settings, database, isNew: remembered === null };
}

/** @throws SettingsError where this start wants a demo and the database is none, or the other way round */
export function refuseOtherMode({ demo }: Pick<Settings, "demo">, remembered: boolean): void {
  if (demo !== remembered) throw new SettingsError([contradiction(remembered)]);
}

async function connect(databaseUrl: string, use: Use): Promise<Database> {
  try {
    const database = openDatabase(databaseUrl, use);
    await sql`select 1`.execute(database.read);
    return database;
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    throw new SettingsError([`The database cannot be opened (${message || code}): look at DATABASE_URL and DATA_DIR.`]);
  }
}

const contradiction = (demo: boolean) =>
  demo
    ? "DEMO=off needs a new database: this one has demo accounts, with passwords everybody knows. " +
      "Set another DATA_DIR or DATABASE_URL."
    : "DEMO=on needs a new database: this one holds real data. Set another DATA_DIR or DATABASE_URL.";

/** Says to whoever started us what to change; an unknown error is printed whole. */
export function explainAndExit(error: unknown): never {
  if (error instanceof SettingsError) for (const problem of error.problems) console.error(problem);
  else console.error("Puente cannot start:", error);
  process.exit(1);
}
