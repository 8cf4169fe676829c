import { openDatabase } from "#db/database.ts";
import { migrateToLatest } from "#db/migrate.ts";

/** A process that is told a database's URL, migrates it, and answers what it has applied. */
process.on("message", async (url: string) => {
  const database = openDatabase(url);
  const { applied } = await migrateToLatest(database);
  await database.close();
  process.send?.(applied);
  process.disconnect();
});
process.send?.("ready");
