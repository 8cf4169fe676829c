import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { audit } from "#app/audit/commands.ts";
import { findChainFault } from "#app/audit/queries.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { id } from "#test/support/ids.ts";
import { scratchFolder } from "#test/support/scratch.ts";

const at = "2026-11-27T15:00:00.000Z" as const;
/** Of a busy machine. */
const patience = { timeout: 30_000 };

const note = (database: Database) =>
  database.transact((trx) =>
    audit(trx, at, { accountId: null, action: "workshop.changed", subjectId: id("workshop", "1") }),
  );
const pending = async ({ read }: Database) => (await read.selectFrom("auditPending").select("id").execute()).length;

function startWorker(url: string) {
  const folder = scratchFolder("sealing-worker");
  const { PATH, HOME } = process.env;
  const worker = spawn(process.execPath, ["app/operations/worker.ts"], {
    env: { PATH, HOME, DATA_DIR: folder, DATABASE_URL: url, DEMO: "off", PORT: "3000", NODE_ENV: "test" },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  onTestFinished(() => {
    worker.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });
  return worker;
}

describeDatabases("the worker", (_, fresh) => {
  test("seals what waits, again and again, and once more when it is stopped", { timeout: 90_000 }, async () => {
    const url = await fresh();
    const database = openDatabase(url);
    await database.transact((trx) => trx.insertInto("setting").values({ name: "demo", value: "off" }).execute());
    await note(database);
    const worker = startWorker(url);
    for (let round = 0; round < 2; round++) {
      await expect.poll(() => pending(database), patience).toBe(0);
      await note(database);
    }
    const gone = once(worker, "exit");
    worker.kill("SIGTERM");
    await gone;
    expect(await pending(database)).toBe(0);
    expect(await findChainFault(database.read)).toBeNull();
    await database.close();
  });
});
