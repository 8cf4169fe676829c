import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import type { Shelf } from "#app/files/store.ts";
import { verifyFiles } from "#app/files/verify.ts";
import { readSettings } from "#app/settings/settings.ts";
import { dialectOf, openDatabase } from "#db/database.ts";
import { inspect } from "./backup.ts";

const endings = ["", "-wal", "-shm"];

/**
 * Puts a checked backup in the place of the database, and keeps the former one beside it. The copy is made and checked
 * first: whatever fails, the database is as it was.
 * @returns where the former one is, or null
 */
export async function restore(backup: string, url: string, at = new Date()): Promise<string | null> {
  const { file } = dialectOf(url);
  if (!file) throw new Error("This database is restored with its own tools: pg_restore --clean --if-exists.");
  const stamp = at.toISOString().slice(0, 19).replace(/[-:]/g, "");
  const copy = `${url}.restoring-${stamp}`;
  try {
    await copyChecked(backup, copy);
    const hasFormer = existsSync(url);
    // a server that runs would go on writing into the file that is moved away
    if (hasFormer && file.isInUse(url)) throw new Error(`${url} is in use: stop Puente first.`);
    const former = `${url}.before-${stamp}`;
    exchange(url, { former, copy });
    return hasFormer ? former : null;
  } finally {
    for (const ending of endings) rmSync(copy + ending, { force: true });
  }
}

/** What will be used is what is checked: the copy, which may have suffered on its way. */
async function copyChecked(backup: string, copy: string): Promise<void> {
  if (!existsSync(backup)) throw new Error(`${backup} does not exist.`);
  copyFileSync(backup, copy);
  // a copy has the rights of its original, which may have come from elsewhere
  chmodSync(copy, 0o600);
  try {
    await inspect(copy);
  } catch (error) {
    throw new Error(`${backup} cannot be restored: ${(error as Error).message}`);
  }
}

/** Renames only, which need no room on the disk. What was moved away comes back where one of them fails. */
function exchange(url: string, { former, copy }: { former: string; copy: string }): void {
  const moved: string[] = [];
  try {
    for (const ending of endings.filter((ending) => existsSync(url + ending))) {
      renameSync(url + ending, former + ending);
      moved.push(ending);
    }
    renameSync(copy, url);
  } catch (error) {
    for (const ending of moved) renameSync(former + ending, url + ending);
    throw error;
  }
}

const mostNamed = 20;

/** What is said of the files that the restored database names and an S3 store holds; empty where there are none. */
export async function verifyStored(shelf: Shelf): Promise<string> {
  const { whole, broken } = await verifyFiles(shelf, "s3");
  if (whole + broken.length === 0) return "";
  if (broken.length === 0) return ` All ${whole} uploaded files in the S3 store are as they came.`;
  const ids = broken
    .slice(0, mostNamed)
    .map(({ id }) => id)
    .join(", ");
  return ` Of the uploaded files in the S3 store ${whole} are as they came, and ${broken.length} are not: ${ids}.`;
}

if (import.meta.main) {
  const { databaseUrl, files } = readSettings(process.env);
  const [file] = process.argv.slice(2);
  try {
    if (!file) throw new Error("Say which backup: npm run restore -- data/backups/puente-….sqlite");
    const former = await restore(resolve(file), databaseUrl);
    const shelf = { database: openDatabase(databaseUrl), settings: { files } };
    const stored = await verifyStored(shelf).finally(() => shelf.database.close());
    console.log(`Restored.${former ? ` The former database is kept as ${former}.` : ""}${stored}`);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
