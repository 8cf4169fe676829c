// `node test/bench/quota-storm.ts [processes] [attempts of each]`: enrolments and withdrawals in three quotas and the
// common pool of one workshop with 30 seats, on both databases; and the same without the hold, which has to oversell.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { openDatabase } from "#db/database.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { startPostgres } from "#test/support/postgres.ts";
import { stormQuotas } from "#test/support/quota-storm.ts";
import { scratchFolder } from "#test/support/scratch.ts";

const [processes = 8, each = 10_000] = process.argv.slice(2).map(Number);
const folder = scratchFolder("quota-storm");
const postgres = await startPostgres();

async function emptied(url: string): Promise<string> {
  const database = openDatabase(url);
  await migrateToLatest(database);
  await database.close();
  return url;
}

async function fresh(kind: "sqlite" | "postgres", name: string): Promise<string> {
  if (kind === "sqlite") return emptied(join(folder, `${name}.sqlite`));
  const server = openDatabase(postgres?.url ?? "", "jobs");
  await sql`create database ${sql.id(name)}`.execute(server.read);
  await server.close();
  return emptied(postgres?.url.replace(/postgres$/, name) ?? "");
}

for (const kind of postgres ? (["sqlite", "postgres"] as const) : (["sqlite"] as const))
  for (const isLocked of [true, false]) {
    const attempts = isLocked ? processes * each : 400;
    const started = performance.now();
    const found = await stormQuotas(await fresh(kind, isLocked ? "held" : "unheld"), {
      ...{ processes, people: 400, attempts, isLocked },
    });
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(`${kind}, ${isLocked ? "held" : "negative control"}: ${JSON.stringify(found)} in ${seconds} s`);
  }

await postgres?.stop();
rmSync(folder, { recursive: true, force: true });
process.exit();
