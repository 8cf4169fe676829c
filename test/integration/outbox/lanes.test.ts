import { fork } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { emitter } from "#app/outbox/commands.ts";
import type { EventMap } from "#app/outbox/events.ts";
import { lanes } from "#app/outbox/rules.ts";
import type { Run } from "#app/outbox/run.ts";
import { work } from "#app/outbox/work.ts";
import { now } from "#app/time/instant.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { jobContext } from "#test/support/job-context.ts";
import type { Order } from "#test/support/outbox-worker.ts";

const events = {
  "seat.freed": { ids: [], reactions: ["moveUp"] },
  "seat.taken": { ids: [], reactions: ["letter"] },
  "course.ended": { ids: [], reactions: ["document"] },
} as const satisfies EventMap;
const emit = emitter(events);

/** Of a busy machine. */
const patience = { timeout: 15_000 };

const put = (database: Database, event: keyof typeof events, count = 1) =>
  database.transact(async (trx) => {
    for (let index = 0; index < count; index++) await emit(trx, now(), event, {});
  });
const undone = async ({ read }: Database) =>
  (await read.selectFrom("outbox").select("event").where("doneAt", "is", null).execute()).map(({ event }) => event);

function start(database: Database, reactions: Run["reactions"]) {
  const stop = new AbortController();
  const { settings, log } = jobContext(database, now());
  onTestFinished(() => stop.abort());
  const working = work({ database, settings, log, events, reactions }, stop.signal);
  return async () => {
    stop.abort();
    await working;
  };
}

/** Another process, whose clock is ahead. @returns the ids of what it does, and how to end it */
async function startAnother(order: Order) {
  const worker = fork(resolve("test/support/outbox-worker.ts"), { execArgv: [] });
  onTestFinished(() => void worker.kill("SIGKILL"));
  const done: string[] = [];
  await once(worker, "message");
  worker.on("message", (message: { done: string }) => done.push(message.done));
  worker.send(order);
  const end = async () => {
    const gone = once(worker, "exit");
    worker.send("stop");
    await gone;
  };
  return { done, end };
}

describeDatabases("the outbox's lanes", (open, fresh) => {
  test("letters and documents that hang hold up nothing else, and not each other", async () => {
    const database = await open();
    const [answer, begun] = [Promise.withResolvers<void>(), new Set<string>()];
    const hang = (name: string) => async () => {
      begun.add(name);
      await answer.promise;
    };
    const several = 2 * Math.max(...lanes.map(({ atOnce }) => atOnce));
    await put(database, "seat.taken", several);
    await put(database, "course.ended", several);
    await put(database, "seat.freed", several);
    const stop = start(database, {
      "seat.taken": { letter: hang("letter") },
      "course.ended": { document: hang("document") },
      "seat.freed": { moveUp: async () => {} },
    });
    await expect.poll(() => undone(database), patience).not.toContain("seat.freed");
    await expect.poll(() => [...begun].sort(), patience).toEqual(["document", "letter"]);
    answer.resolve();
    await expect.poll(() => undone(database), patience).toEqual([]);
    await stop();
  });

  test("a letter that hangs does not hold up the next", async () => {
    const database = await open();
    const answer = Promise.withResolvers<void>();
    let letters = 0;
    await put(database, "seat.taken", 3);
    const letter = async () => {
      letters += 1;
      if (letters === 1) await answer.promise;
    };
    const stop = start(database, { "seat.taken": { letter } });
    await expect.poll(() => undone(database), patience).toHaveLength(1);
    answer.resolve();
    await stop();
    expect(await undone(database)).toEqual([]);
  });

  test("two workers whose clocks are 150 seconds apart do each job once", { timeout: 60_000 }, async () => {
    const url = await fresh();
    const database = openDatabase(url);
    const order = { url, events, event: "seat.taken", reaction: "letter" };
    const workers = await Promise.all([0, 150_000].map((aheadMs) => startAnother({ ...order, aheadMs })));
    const done = workers.map((worker) => worker.done);
    // one may be slow to begin: there is work until both have had some
    for (let round = 0; round < 2 || done.some(({ length }) => length === 0); round++) {
      await put(database, "seat.taken", 20);
      await expect.poll(() => undone(database), patience).toEqual([]);
    }
    for (const { end } of workers) await end();
    const jobs = await database.read.selectFrom("outbox").select("id").orderBy("id").execute();
    expect(done.flat().sort()).toEqual(jobs.map(({ id }) => id));
    await database.close();
  });
});
