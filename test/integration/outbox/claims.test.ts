import { expect, test } from "vitest";
import { claimJobs, giveBack } from "#app/outbox/claim.commands.ts";
import { completeJob, emitter } from "#app/outbox/commands.ts";
import type { EventMap } from "#app/outbox/events.ts";
import { ended } from "#app/outbox/job.ts";
import { claimMinutes, lanes, waitingSeconds } from "#app/outbox/rules.ts";
import type { Run } from "#app/outbox/run.ts";
import { work } from "#app/outbox/work.ts";
import { type Instant, now, plusMinutes, plusSeconds } from "#app/time/instant.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { describeDatabases, describePostgres } from "#test/support/databases.ts";
import { runDueJobs } from "#test/support/due-jobs.ts";
import { jobContext } from "#test/support/job-context.ts";

const at = "2026-11-27T15:00:00.000Z" as const;
const events = { "bell.rung": { ids: [], reactions: ["letter"] } } as const satisfies EventMap;
const emit = emitter(events);
const letters = lanes[0]!;

const put = (database: Database, count: number, when: Instant = at) =>
  database.transact(async (trx) => {
    const ids = [];
    for (let n = 0; n < count; n++) ids.push(...(await emit(trx, when, "bell.rung", {})));
    return ids;
  });
const claimed = async (database: Database, most: number, when: Instant = at) =>
  (await claimJobs(database, when, letters, most)).map(({ id }) => id);
const rows = ({ read }: Database) =>
  read.selectFrom("outbox").select(["id", "attempts", "claimedUntil", "doneAt"]).orderBy("id").execute();

describeDatabases("claiming several jobs", (open, fresh) => {
  test("takes them in their order, each once, and no more than asked for", async () => {
    const database = await open();
    const ids = await put(database, 5);
    expect(await claimed(database, 3)).toEqual(ids.slice(0, 3));
    expect(await claimed(database, 3)).toEqual(ids.slice(3));
    expect(await claimed(database, 3)).toEqual([]);
    const until = plusMinutes(plusSeconds(at, waitingSeconds), claimMinutes);
    expect((await rows(database))[0]).toMatchObject({ attempts: 1, claimedUntil: until });
  });

  test("one that was begun before is taken alone, and never with others", async () => {
    const database = await open();
    const [first, second, third, fourth] = await put(database, 4);
    const change = { attempts: 2 };
    for (const id of [first, third])
      await database.transact((trx) => trx.updateTable("outbox").set(change).where("id", "=", id!).execute());
    expect(await claimed(database, 10)).toEqual([first]);
    expect(await claimed(database, 10)).toEqual([second, fourth]);
    expect(await claimed(database, 10)).toEqual([third]);
  });

  test("what is given back is free at once and has not been attempted; what was done meanwhile is done", async () => {
    const database = await open();
    const ids = await put(database, 3);
    const jobs = await claimJobs(database, at, letters, 10);
    await database.transact((trx) => completeJob(trx, { jobId: ids[0]!, at }));
    await giveBack(database, jobs);
    expect((await rows(database)).map(({ attempts, claimedUntil }) => [attempts, claimedUntil])).toEqual([
      [1, null],
      [0, null],
      [0, null],
    ]);
    expect(await claimed(database, 10)).toEqual(ids.slice(1));
  });

  test("workers at once share all jobs without doing one twice", async () => {
    const url = await fresh();
    const databases = [openDatabase(url), openDatabase(url)];
    const ids = await put(databases[0]!, 40);
    const taken: string[] = [];
    while (taken.length < ids.length)
      for (const some of await Promise.all(databases.map((database) => claimed(database, 7)))) taken.push(...some);
    expect(taken.sort()).toEqual([...ids].sort());
    for (const database of databases) await database.close();
  });

  test("a worker that is stopped finishes what it has begun, and gives back what it has not", async () => {
    const database = await open();
    await put(database, 12, now());
    const stop = new AbortController();
    const begun: string[] = [];
    const reactions: Run["reactions"] = {
      "bell.rung": {
        letter: async ({ id }) => {
          begun.push(id);
          stop.abort();
        },
      },
    };
    const { settings, log } = jobContext(database, now());
    await work({ database, settings, log, events, reactions }, stop.signal);
    const left = await rows(database);
    expect(left.filter(({ doneAt }) => doneAt !== null).map(({ id }) => id)).toEqual(begun.sort());
    expect(begun.length).toBeLessThan(12);
    for (const row of left.filter(({ doneAt }) => doneAt === null))
      expect(row).toMatchObject({ attempts: 0, claimedUntil: null });
  });

  test("a handler that has ended its job together with its work costs no transaction more", async () => {
    const database = await open();
    const [jobId] = await put(database, 1);
    let transactions = 0;
    const counting: Database = {
      ...database,
      transact: (act) => {
        transactions += 1;
        return database.transact(act);
      },
    };
    const letter = async () => {
      await counting.transact((trx) => completeJob(trx, { jobId: jobId!, at }));
      return ended;
    };
    await runDueJobs({ ...jobContext(counting, at), events, reactions: { "bell.rung": { letter } } });
    expect(await rows(database)).toMatchObject([{ doneAt: at, claimedUntil: null }]);
    // one claims it
    expect(transactions).toBe(2);
  });
});

describePostgres("claiming beside another worker", (open) => {
  test("passes over what the other is claiming at this moment, and does not wait for it", async () => {
    const database = await open();
    const ids = await put(database, 6);
    const [taken, ending] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const pausing: Database = {
      ...database,
      transact: (act) =>
        database.transact(async (trx) => {
          const outcome = await act(trx);
          taken.resolve();
          await ending.promise;
          return outcome;
        }),
    };
    const first = claimed(pausing, 4);
    await taken.promise;
    expect(await claimed(database, 4)).toEqual(ids.slice(4));
    expect(await claimed(database, 4)).toEqual([]);
    ending.resolve();
    expect(await first).toEqual(ids.slice(0, 4));
  });
});
