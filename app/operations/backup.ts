import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { sql } from "kysely";
import { findChainFault } from "#app/audit/queries.ts";
import { countInStore } from "#app/files/queries.ts";
import { verifyFiles } from "#app/files/verify.ts";
import { readSettings } from "#app/settings/settings.ts";
import { type Database, dialectOf, openDatabase } from "#db/database.ts";
import { isMigrated } from "#db/migrate.ts";

/** Copies a database while it is in use, and opens the copy to see that it is whole. @returns rows by table */
export async function backUp(url: string, file: string): Promise<Map<string, number>> {
  if (existsSync(file)) throw new Error(`${file} exists already: a backup never replaces another.`);
  const { file: kept } = dialectOf(url);
  if (!kept) throw new Error("This database is backed up with its own tools: pg_dump --format=custom, and pg_restore.");
  if (!existsSync(url)) throw new Error(`There is no database at ${url}: look at DATA_DIR and DATABASE_URL.`);
  mkdirSync(dirname(file), { recursive: true });
  await kept.copy(url, file);
  const rows = await inspect(file);
  // empty, and whoever moves a backup should find one file
  for (const ending of ["-wal", "-shm"]) rmSync(file + ending, { force: true });
  return rows;
}

/** Opens a copy as Puente would. @throws where something is missing, damaged, or was changed */
export async function inspect(file: string): Promise<Map<string, number>> {
  if (!existsSync(file)) throw new Error(`${file} does not exist.`);
  dialectOf(file).file?.check(file);
  const copy = openCopy(file);
  try {
    if (!(await isMigrated(copy))) throw new Error(`${file} is not a database of this version of Puente.`);
    if ((await findChainFault(copy.read)) !== null) throw new Error(`${file}: the audit's chain is broken.`);
    const { broken } = await verifyFiles({ database: copy, settings: { files: null } }, "database");
    if (broken[0]) throw new Error(`${file}: an uploaded file is not whole (${broken[0].id}).`);
    return await countRows(copy);
  } finally {
    await copy.close();
  }
}

function openCopy(file: string): Database {
  try {
    return openDatabase(file);
  } catch (error) {
    throw new Error(`${file} cannot be opened as a backup: ${(error as Error).message}.`);
  }
}

async function countRows(database: Database): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { name } of await database.read.introspection.getTables()) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(
      database.read,
    );
    counts.set(name, rows[0]?.count ?? 0);
  }
  return counts;
}

/** Uploaded files that a backup names and does not hold. */
export async function countElsewhere(file: string): Promise<number> {
  const copy = openCopy(file);
  try {
    return await countInStore(copy.read);
  } finally {
    await copy.close();
    for (const ending of ["-wal", "-shm"]) rmSync(file + ending, { force: true });
  }
}

if (import.meta.main) {
  const { databaseUrl, dataDir } = readSettings(process.env);
  const stamp = new Date().toISOString().slice(0, 19).replace(/[-:]/g, "");
  const file = resolve(process.argv[2] ?? `${dataDir}/backups/puente-${stamp}.sqlite`);
  try {
    const rows = await backUp(databaseUrl, file);
    const elsewhere = await countElsewhere(file);
    console.log(
      `${file}: ${[...rows.values()].reduce((sum, count) => sum + count, 0)} rows in ${rows.size} tables, checked.`,
    );
    if (elsewhere > 0)
      console.log(
        `${elsewhere} uploaded files lie in the S3 store and are not in it: back the store up by its own tools.`,
      );
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
