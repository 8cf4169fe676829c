import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { readSettings } from "#app/settings/settings.ts";
import { dialectOf } from "#db/database.ts";
import { inspect } from "./backup.ts";

/**
 * Puts a checked backup in the place of the database, and keeps the former one beside it.
 * @returns where the former one is, or null
 */
export async function restore(backup: string, url: string, at = new Date()): Promise<string | null> {
  const { file } = dialectOf(url);
  if (!file) throw new Error("This database is restored with its own tools: pg_restore --clean --if-exists.");
  await inspect(backup);
  const former = `${url}.before-${at.toISOString().slice(0, 19).replace(/[-:]/g, "")}`;
  const hasFormer = existsSync(url);
  // a server that runs would go on writing into the file that is moved away
  if (hasFormer && file.isInUse(url)) throw new Error(`${url} is in use: stop Puente first.`);
  for (const ending of ["", "-wal", "-shm"]) if (existsSync(url + ending)) renameSync(url + ending, former + ending);
  copyFileSync(backup, url);
  // a copy has the rights of its original, which may have come from elsewhere
  chmodSync(url, 0o600);
  for (const ending of ["-wal", "-shm"]) rmSync(url + ending, { force: true });
  await inspect(url);
  return hasFormer ? former : null;
}

if (import.meta.main) {
  const { databaseUrl } = readSettings(process.env);
  const [file] = process.argv.slice(2);
  try {
    if (!file) throw new Error("Say which backup: npm run restore -- data/backups/puente-….sqlite");
    const former = await restore(resolve(file), databaseUrl);
    console.log(`Restored.${former ? ` The former database is kept as ${former}.` : ""}`);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
