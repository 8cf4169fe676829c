import { expect, test } from "vitest";
import { everywhere } from "#app/access/permissions.ts";
import { listUndelivered } from "#app/desk/attention/tasks.queries.ts";
import { completeJob, emitter, retryJob } from "#app/outbox/commands.ts";
import type { EventMap } from "#app/outbox/events.ts";
import { type HandlerOf, PermanentFailure } from "#app/outbox/job.ts";
import { listFailedJobs } from "#app/outbox/queries.ts";
import { logger } from "#app/settings/log.ts";
import type { Settings } from "#app/settings/settings.ts";
import { type Instant, plusMinutes, plusSeconds } from "#app/time/instant.ts";
import { type Database, openDatabase } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { runDueJobs } from "#test/support/due-jobs.ts";
import { id } from "#test/support/ids.ts";
import { addWorkshop } from "#test/support/world.ts";

const at = "2026-11-20T15:00:00.000Z" as const;
const settings = { appUrl: "https://puente.example", demo: true, smtpUrl: null } as Settings;
const log = logger("test");
log.level = "silent";

const events = {
  "bell.rung": { ids: ["bellId"], reactions: ["count"] },
  "bell.broken": { ids: [], reactions: ["mend"] },
  "bell.sold": { ids: ["bellId"], reactions: ["letter", "webhook"] },
} as const satisfies EventMap;
const emit = emitter(events);

type Handler = HandlerOf<{ bellId: Id<"bell"> }>;

const put = async (database: Database, number = 1, about = {}): Promise<Id<"outbox">> => {
  const [jobId] = await database.transact((trx) =>
    emit(trx, at, "bell.rung", { bellId: id("bell", String(number)) }, about),
  );
  return jobId as Id<"outbox">;
};
const run = (database: Database, handler: Handler, when: Instant = at) =>
  runDueJobs({ database, settings, log, at: when, events, reactions: { "bell.rung": { count: handler } } });
const jobs = (database: Database) => database.read.selectFrom("outbox").selectAll().orderBy("id").execute();

const failing = (error: Error, seen: Instant[] = []): Handler => {
  return async (_, context) => {
    seen.push(context.at);
    throw error;
  };
};

describeDatabases("the outbox", (open, fresh) => {
  test("runs each job once, in the order in which they came", async () => {
    const database = await open();
    for (const number of [1, 2, 3]) await put(database, number);
    const seen: string[] = [];
    expect(await run(database, async ({ payload }) => void seen.push(payload.bellId))).toBe(3);
    expect(await run(database, async () => void seen.push("again"))).toBe(0);
    expect(seen).toEqual(["1", "2", "3"]);
    expect((await jobs(database)).every(({ doneAt }) => doneAt !== null)).toBe(true);
  });

  test("holds nothing of a transaction that failed", async () => {
    const database = await open();
    const failed = database.transact(async (trx) => {
      await emit(trx, at, "bell.rung", { bellId: id("bell", "1") });
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
    expect(await jobs(database)).toEqual([]);
  });

  test("leaves for later what is not due yet", async () => {
    const database = await open();
    await database.transact((trx) => emit(trx, plusMinutes(at, 1), "bell.rung", { bellId: id("bell", "1") }));
    expect(await run(database, async () => {})).toBe(0);
    await put(database);
    expect(await run(database, async () => {})).toBe(1);
    expect(await run(database, async () => {}, plusMinutes(at, 2))).toBe(1);
  });

  test("gives every job to one of many workers, each with connections of its own", async () => {
    const url = await fresh();
    const databases = Array.from({ length: 5 }, () => openDatabase(url));
    for (let number = 0; number < 30; number++) await put(databases[0] as Database, number);
    const seen: string[] = [];
    const slow: Handler = async ({ payload }) => {
      seen.push(payload.bellId);
      await new Promise((resolve) => setTimeout(resolve, 3));
    };
    const counts = await Promise.all(databases.map((database) => run(database, slow)));
    for (const database of databases) await database.close();
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(30);
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(1);
    expect(seen.map(Number).sort((one, other) => one - other)).toEqual(
      Array.from({ length: 30 }, (_, number) => number),
    );
  });

  test("tries a failed job again, ever later, and gives up in the end", async () => {
    const database = await open();
    await put(database);
    const seen: Instant[] = [];
    const handler = failing(Object.assign(new Error("taro@example.jp"), { code: "ECONNREFUSED" }), seen);
    for (const minutes of [0, 0.5, 2, 8, 40, 200, 700, 1500, 3000, 9000])
      await run(database, handler, plusMinutes(at, minutes));
    expect(seen).toHaveLength(8);
    const [job] = await jobs(database);
    expect(job).toMatchObject({ attempts: 8, doneAt: null, lastError: "ECONNREFUSED" });
    expect(job?.failedAt).not.toBeNull();
  });

  test("does not try again what cannot succeed, nor what nobody knows how to do", async () => {
    const database = await open();
    await put(database, 1);
    await database.transact((trx) => emit(trx, at, "bell.broken", {}));
    await run(database, failing(new PermanentFailure("NoAddress")));
    expect((await jobs(database)).map(({ lastError }) => lastError)).toEqual(["NoAddress", "UnknownKind"]);
    expect(await run(database, async () => {}, plusMinutes(at, 3000))).toBe(0);
  });

  test("one failure does not hold up the others", async () => {
    const database = await open();
    for (const number of [1, 2]) await put(database, number);
    const seen: string[] = [];
    await run(database, async ({ payload }) => {
      seen.push(payload.bellId);
      if (payload.bellId === "1") throw new Error("no");
    });
    expect(seen).toEqual(["1", "2"]);
  });

  test("each reaction is tried by itself: one that fails neither holds up nor repeats the other", async () => {
    const database = await open();
    const emitted = await database.transact((trx) => emit(trx, at, "bell.sold", { bellId: id("bell", "7") }));
    const seen: string[] = [];
    const letter: Handler = async ({ payload }) => {
      seen.push(`letter ${payload.bellId}`);
      if (seen.length < 4) throw new Error("no");
    };
    const webhook: Handler = async ({ payload }) => void seen.push(`webhook ${payload.bellId}`);
    const reactions = { "bell.sold": { letter, webhook } };
    for (const minutes of [0, 2, 8, 40])
      await runDueJobs({ database, settings, log, at: plusMinutes(at, minutes), events, reactions });
    expect(seen).toEqual(["letter 7", "webhook 7", "letter 7", "letter 7"]);
    expect(await jobs(database)).toMatchObject([
      { id: emitted[0], reaction: "letter", attempts: 3, doneAt: expect.any(String) },
      { id: emitted[1], reaction: "webhook", attempts: 1, doneAt: expect.any(String), lastError: null },
    ]);
  });

  test("what an event was to carry and does not ends its job for good, before anybody handles it", async () => {
    const database = await open();
    const id = await put(database);
    const change = { payload: JSON.stringify({ name: "1" }) };
    await database.transact((trx) => trx.updateTable("outbox").set(change).where("id", "=", id).execute());
    const seen: string[] = [];
    await run(database, async ({ payload }) => void seen.push(payload.bellId));
    expect(seen).toEqual([]);
    expect(await jobs(database)).toMatchObject([{ lastError: "IncompletePayload", failedAt: expect.any(String) }]);
  });

  test("a crashed worker's job is free again after two minutes, not before", async () => {
    const database = await open();
    const id = await put(database);
    await crash(database, id);
    expect(await run(database, async () => {}, plusSeconds(at, 119))).toBe(0);
    expect(await run(database, async () => {}, plusSeconds(at, 121))).toBe(1);
    expect(await jobs(database)).toMatchObject([{ attempts: 2, claimedUntil: null }]);
  });

  test("a job that ends every worker fails for good one day", async () => {
    const database = await open();
    const id = await put(database);
    await crash(database, id, 8);
    const seen: string[] = [];
    await run(database, async ({ id: ran }) => void seen.push(ran), plusMinutes(at, 3));
    expect(seen).toEqual([]);
    expect(await jobs(database)).toMatchObject([{ lastError: "Interrupted", doneAt: null }]);
  });

  test("a worker that outlived its claim does not undo what the next one did", async () => {
    const database = await open();
    await put(database);
    await run(database, async () => {
      await run(database, async () => {}, plusMinutes(at, 3));
      throw new Error("too late");
    });
    expect(await jobs(database)).toMatchObject([
      { attempts: 2, lastError: null, failedAt: null, doneAt: expect.any(String) },
    ]);
  });

  test("a handler can end its job together with its work, once", async () => {
    const database = await open();
    await put(database);
    const outcomes: boolean[] = [];
    const handler: Handler = async ({ id }) => {
      for (let time = 0; time < 2; time++)
        outcomes.push(await database.transact((trx) => completeJob(trx, { jobId: id, at })));
    };
    await run(database, handler);
    expect(outcomes).toEqual([true, false]);
    expect(await run(database, handler, plusMinutes(at, 10))).toBe(0);
  });

  test("what failed is listed for its workshop, and can be tried again from there alone", async () => {
    const database = await open();
    const [mine, other] = [await addWorkshop(database, { code: "A-1" }), await addWorkshop(database, { code: "A-2" })];
    const jobId = await put(database, 1, { workshopId: mine });
    await put(database, 2, { workshopId: other });
    await run(database, failing(new PermanentFailure("EENVELOPE 550")));

    expect(await listFailedJobs(database.read, mine)).toMatchObject([
      { id: jobId, lastError: "EENVELOPE 550", attempts: 1 },
    ]);
    expect(await listFailedJobs(database.read, other)).toHaveLength(1);
    expect(await listFailedJobs(database.read, id("workshop", "none"))).toEqual([]);
    const [first, second] = [
      { code: "A-1", count: 1 },
      { code: "A-2", count: 1 },
    ];
    expect(await listUndelivered(database.read, everywhere)).toEqual([first, second]);
    expect(await listUndelivered(database.read, { ...everywhere, everywhere: false, workshopIds: [mine] })).toEqual([
      first,
    ]);
    expect(await listUndelivered(database.read, { ...everywhere, everywhere: false })).toEqual([]);

    const retry = (workshopId: Id<"workshop">) =>
      database.transact((trx) => retryJob(trx, { jobId, workshopId, at: plusMinutes(at, 1) }));
    expect(await retry(other)).toBe(false);
    expect(await retry(mine)).toBe(true);
    expect(await retry(mine)).toBe(false);
    expect(await run(database, async () => {}, plusMinutes(at, 1))).toBe(1);
    expect(await listFailedJobs(database.read, mine)).toEqual([]);
  });
});

/** As if a worker had taken the job and died, so many times. */
async function crash(database: Database, id: Id<"outbox">, attempts = 1): Promise<void> {
  const change = { attempts, claimedUntil: plusMinutes(at, 2) };
  await database.transact((trx) => trx.updateTable("outbox").set(change).where("id", "=", id).execute());
}
