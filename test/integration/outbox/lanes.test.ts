import { fork } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import type { KyselyPlugin } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { claimJobs, findDueLane } from "#app/outbox/claim.commands.ts";
import { emitter } from "#app/outbox/commands.ts";
import type { EventMap } from "#app/outbox/events.ts";
import { type Lane, lanes } from "#app/outbox/rules.ts";
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

const [letters, documents, rest] = lanes as [Lane, Lane, Lane];

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

/** A database that notes what is asked of the outbox. */
function noting(database: Database): { database: Database; asked: string[] } {
  const asked: string[] = [];
  const executor = database.read.getExecutor();
  const plugin: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      const statement = executor.compileQuery(node, queryId).sql;
      if (statement.includes("due_at")) asked.push(statement);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { database: { ...database, read: database.read.withPlugin(plugin) }, asked };
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

  test("whose jobs are due first is found, and nothing is claimed by looking", async () => {
    const database = await open();
    const dueIn = async (...among: Lane[]) => findDueLane(database, await database.now(), among);
    expect(await dueIn(...lanes)).toBeNull();
    await put(database, "course.ended");
    await put(database, "seat.freed");
    expect(await dueIn(...lanes)).toBe(documents);
    expect([await dueIn(letters), await dueIn(letters, rest), await dueIn(rest)]).toEqual([null, rest, rest]);
    expect(await claimJobs(database, await database.now(), documents, 1)).toHaveLength(1);
    expect([await dueIn(...lanes), await dueIn(documents)]).toEqual([rest, null]);
  });

  test("at rest one question is asked for all of them", async () => {
    const { database, asked } = noting(await open());
    const done = Promise.withResolvers<void>();
    const stop = start(database, { "seat.freed": { moveUp: async () => done.resolve() } });
    await put(database, "seat.freed");
    await done.promise;
    await expect.poll(() => undone(database), patience).toEqual([]);
    asked.length = 0;
    await expect.poll(() => asked.length, patience).toBeGreaterThan(4);
    await stop();
    // the last worker to fall asleep may still have looked for itself
    expect(new Set(asked.slice(2))).toHaveLength(1);
  });

  test("what follows from a document is done, although its lane was at rest", async () => {
    const database = await open();
    const letter = Promise.withResolvers<void>();
    const document = () => put(database, "seat.taken");
    const stop = start(database, {
      "course.ended": { document },
      "seat.taken": { letter: async () => letter.resolve() },
    });
    await put(database, "course.ended");
    await letter.promise;
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
