import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { workBeginner } from "#app/outbox/works/commands.ts";
import { now } from "#app/time/instant.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { addAccount } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { counting, makeEffects, units } from "#test/support/long-units.ts";
import type { LongOrder } from "#test/support/long-worker.ts";

const patience = 60_000;
const begin = workBeginner(counting);

/** Runs a test on a database in which work waits. It is closed before the database is dropped. */
async function withWork(url: string, body: (database: Database) => Promise<void>): Promise<void> {
  const database = openDatabase(url);
  await makeEffects(database);
  const { accountId } = await addAccount(database);
  await database.transact((trx) =>
    begin(trx, { accountId, at: now(), kind: "counting", payload: {}, title: "work:title" }),
  );
  await body(database).finally(() => database.close());
}

/** A worker of its own process. @returns it, and what it says */
async function startWorker(order: LongOrder) {
  const worker = fork(resolve("test/support/long-worker.ts"), { execArgv: [] });
  onTestFinished(() => void worker.kill("SIGKILL"));
  await once(worker, "message");
  const said: string[] = [];
  worker.on("message", (word: string) => said.push(word));
  worker.send(order);
  return { worker, said };
}

const row = ({ read }: Database) =>
  read.selectFrom("work").select(["state", "unitsDone", "claims", "attempts"]).executeTakeFirstOrThrow();

/** As if so much time had passed that nobody's claim holds any more. */
const endClaims = (database: Database) =>
  database.transact((trx) =>
    trx.updateTable("work").set({ claimedUntil: "2026-01-01T00:00:00.000Z" }).where("endedAt", "is", null).execute(),
  );

async function effects({ read }: Database) {
  const { rows } = await sql<{ done: number; different: number }>`
    select count(*) as done, count(distinct unit) as different from effect`.execute(read);
  return rows.map(({ done, different }) => [Number(done), Number(different)])[0];
}

async function killEach(database: Database, order: LongOrder, afterSteps: number): Promise<number> {
  let kills = 0;
  for (;;) {
    const { worker, said } = await startWorker(order);
    const isOver = await untilSaid(database, said, afterSteps);
    await kill(worker);
    if (isOver) return kills;
    kills += 1;
    await endClaims(database);
  }
}

async function untilSaid(database: Database, said: string[], steps: number): Promise<boolean> {
  while (said.filter((word) => word === "step").length < steps) {
    if ((await row(database)).state === "done") return true;
    await wait(2);
  }
  return false;
}

async function kill(worker: ChildProcess): Promise<void> {
  const gone = once(worker, "exit");
  worker.kill("SIGKILL");
  await gone;
}

describeDatabases("long work whose worker is killed", (_open, fresh) => {
  test("does each unit once, however often", { timeout: patience }, async () => {
    const url = await fresh();
    await withWork(url, async (database) => {
      const kills = await killEach(database, { url, manner: "careful" }, 9);
      expect(kills).toBeGreaterThan(2);
      expect(await effects(database)).toEqual([units, units]);
      expect(await row(database)).toMatchObject({ state: "done", unitsDone: units, claims: kills + 1, attempts: 0 });
    });
  });

  test("control: units and cursor in two transactions are done twice", { timeout: patience }, async () => {
    const url = await fresh();
    await withWork(url, async (database) => {
      await killEach(database, { url, manner: "careless" }, 9);
      const [done = 0, different] = (await effects(database)) ?? [];
      expect(different).toBe(units);
      expect(done).toBeGreaterThan(units);
    });
  });

  test("one that slept past its claim does nothing when it awakes", { timeout: patience }, async () => {
    const url = await fresh();
    await withWork(url, async (database) => {
      const sleeper = await startWorker({ url, manner: "sleepy" });
      await expect.poll(() => sleeper.said, { timeout: 15_000 }).toContain("claimed");
      await wait(200);
      await endClaims(database);
      const other = await startWorker({ url, manner: "careful" });
      await expect.poll(() => other.said.length, { timeout: 15_000 }).toBeGreaterThan(5);
      sleeper.worker.kill("SIGCONT");
      await expect.poll(async () => (await row(database)).state, { timeout: 30_000 }).toBe("done");
      expect(sleeper.said.filter((word) => word === "step")).toEqual([]);
      expect(await effects(database)).toEqual([units, units]);
      expect(await row(database)).toMatchObject({ claims: 2 });
    });
  });

  test("two workers share no unit", { timeout: patience }, async () => {
    const url = await fresh();
    await withWork(url, async (database) => {
      const workers = [await startWorker({ url, manner: "careful" }), await startWorker({ url, manner: "careful" })];
      await expect.poll(async () => (await row(database)).state, { timeout: 30_000 }).toBe("done");
      expect(workers.flatMap(({ said }) => said).filter((word) => word === "step")).toHaveLength(units / 10);
      expect(await effects(database)).toEqual([units, units]);
    });
  });
});
