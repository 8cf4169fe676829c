import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { now, plusMinutes } from "#app/time/instant.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { changeSession, letters, quiet, run, toldWorkshop } from "./changing.ts";

const rounds = Number(process.env.KILLS ?? 3);
const readers = Array.from({ length: 6 }, () => ({ locale: "es" as const }));

/** So that nothing of it is ever over. */
async function putOff(database: Database): Promise<void> {
  await database.transact(async (trx) => {
    await sql`update workshop set starts_on = '2099-11-23', ends_on = '2099-11-27'`.execute(trx);
    for (const column of ["ends_local", "starts_local", "ends_at", "starts_at"])
      await sql`update session set ${sql.ref(column)} = replace(${sql.ref(column)}, '2026-', '2099-')`.execute(trx);
    await sql`update told_plan set plan = replace(plan, '2026-', '2099-')`.execute(trx);
  });
}

async function startWorker(): Promise<ChildProcess> {
  const worker = fork(resolve("test/support/told-worker.ts"), { execArgv: [] });
  await once(worker, "message");
  return worker;
}

describeDatabases("a worker that is killed while it tells of a change", (_open, fresh) => {
  test("leaves each person with one letter", { timeout: 240_000 }, async () => {
    const url = await fresh();
    const database = openDatabase(url);
    const { people } = await toldWorkshop(database, readers, readers.length);
    await putOff(database);
    for (let round = 1; round <= rounds; round += 1) {
      const startsTime = `${11 + round}:00`;
      const moved = { startsTime, endsTime: "20:00" };
      await database.transact((trx) => changeSession(trx, 2, moved, plusMinutes(now(), -60)));
      const worker = await startWorker();
      worker.send(url);
      // after the first letter, in another round after the second, and so on
      while ((await letters(database)).length < (round - 1) * readers.length + round) await wait(2);
      worker.kill("SIGKILL");
      await once(worker, "exit");
      // PostgreSQL still ends what had been sent to it, and what was claimed is free again after some minutes
      await wait(50);
      await run(database, quiet(now()));
      const stands = `Ahora\n  martes 24 de noviembre de 2099\n  ${startsTime}`;
      const told = (await letters(database)).filter(({ bodyText }) => bodyText?.includes(stands));
      expect(told.map(({ personId }) => personId).sort()).toEqual(people.map(({ personId }) => personId).sort());
    }
    await database.close();
  });
});
