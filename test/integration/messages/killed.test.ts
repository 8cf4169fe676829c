import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { reactions } from "#app/reactions.ts";
import { now, plusMinutes } from "#app/time/instant.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { runDueJobs } from "#test/support/due-jobs.ts";
import { jobContext } from "#test/support/job-context.ts";
import { addEnrolment, addPerson } from "#test/support/world.ts";
import { letters, send, writing } from "./writing.ts";

const rounds = Number(process.env.KILLS ?? 2);
const crowd = 8;

async function startWorker(): Promise<ChildProcess> {
  const worker = fork(resolve("test/support/told-worker.ts"), { execArgv: [] });
  await once(worker, "message");
  return worker;
}

/** What was claimed is free again after some minutes. */
const runLater = (database: Database) => {
  const when = plusMinutes(now(), 10);
  return runDueJobs({ ...jobContext(database, when), at: when, reactions });
};

describeDatabases("a worker that is killed while a message goes", (_open, fresh) => {
  test("leaves each with one copy", { timeout: 240_000 }, async () => {
    const url = await fresh();
    const database = openDatabase(url);
    const { workshopId, mariana, write } = await writing(database);
    for (let place = 0; place < crowd; place++) {
      const { personId } = await addPerson(database, { locale: "es", email: `p${place}@customs.example.jp` });
      await addEnrolment(database, { workshopId, personId, state: "confirmed", ticket: 10 + place });
    }
    const each = crowd + 3;
    for (let round = 1; round <= rounds; round++) {
      const id = await write();
      const worker = await startWorker();
      await send(database, { workshopId, id }, mariana.accountId, now());
      worker.send(url);
      // before the first copy, in another round after it, and so on
      while ((await letters(database)).length < (round - 1) * (each + 1)) await wait(2);
      worker.kill("SIGKILL");
      await once(worker, "exit");
      // PostgreSQL still ends what had been sent to it
      await wait(50);
      await runLater(database);
      const went = (await letters(database)).map(({ toAddress }) => toAddress);
      expect(went).toHaveLength(round * each);
      expect(new Set(went).size).toBe(each);
    }
    await database.close();
  });
});
