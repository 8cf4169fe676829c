// `npm run db:seed` fills an empty database with the demo; with `-- --size large` or `huge`, for benchmarks.
import { parseArgs } from "node:util";
import { seedSize } from "#app/demo/large/sizes.ts";
import type { AnswerKeys } from "#app/settings/answer-keys.ts";
import { readSettings, SettingsError } from "#app/settings/settings.ts";
import { type Instant, now } from "#app/time/instant.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { seedDemo, seededPassword } from "./demo.ts";

const sizes = {
  demo: (database: Database, setting: { at: Instant; appUrl: string; answerKeys: AnswerKeys }) =>
    seedDemo(database, { ...setting, isTaught: true }),
  large: (database: Database, { at }: { at: Instant }) => seedSize(database, at, "everyday"),
  huge: (database: Database, { at }: { at: Instant }) => seedSize(database, at, "huge"),
};

/** What keeps the seed out of a database; null where it may come in. */
export async function findObstacle({ read }: Database): Promise<string | null> {
  const mode = await read.selectFrom("setting").select("value").where("name", "=", "demo").executeTakeFirst();
  if (mode?.value === "off")
    return "This database is not a demo, and the seed brings accounts whose passwords everybody knows.";
  for (const table of ["account", "person", "institution", "programme"] as const) {
    const row = await read.selectFrom(table).select("id").limit(1).executeTakeFirst();
    if (row)
      return (
        `This database is not empty (it has rows in "${table}"). ` +
        "Set another DATA_DIR or DATABASE_URL, or delete it first."
      );
  }
  return null;
}

async function seed(): Promise<void> {
  const { values } = parseArgs({ options: { size: { type: "string", default: "demo" } } });
  const fill = Object.entries(sizes).find(([size]) => size === values.size)?.[1];
  if (!fill) throw new SettingsError([`--size must be one of ${Object.keys(sizes).join(", ")}, not "${values.size}".`]);
  const { databaseUrl, appUrl, answerKeys, demo } = readSettings(process.env);
  if (!demo) throw new SettingsError(["The seed brings accounts whose passwords everybody knows: it needs DEMO=on."]);
  const database = openDatabase(databaseUrl);
  try {
    await migrateToLatest(database);
    const obstacle = await findObstacle(database);
    if (obstacle) throw new SettingsError([obstacle]);
    const started = performance.now();
    await fill(database, { at: now(), appUrl, answerKeys });
    console.log(
      `Filled (${values.size}) in ${((performance.now() - started) / 1000).toFixed(1)} s. ` +
        `The password of the demo accounts is ${seededPassword}.`,
    );
  } finally {
    await database.close();
  }
}

if (import.meta.main) {
  await seed().catch((error: unknown) => {
    const isOurs =
      error instanceof SettingsError || (error as NodeJS.ErrnoException).code?.startsWith("ERR_PARSE_ARGS");
    console.error(isOurs ? (error as Error).message : error);
    process.exitCode = 1;
  });
}
