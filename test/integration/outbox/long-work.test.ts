import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { PermanentFailure } from "#app/outbox/job.ts";
import { claimWork, freeWork } from "#app/outbox/works/claim.commands.ts";
import { askToStop, clearEndedWork, workBeginner } from "#app/outbox/works/commands.ts";
import { findOwnWork, listOwnWorkUnderWay } from "#app/outbox/works/queries.ts";
import { endedDays, leaseSeconds, mostAttempts } from "#app/outbox/works/rules.ts";
import { doWork, keepWorking, type RunWork } from "#app/outbox/works/run-work.ts";
import type { WorkHandler, WorkKinds } from "#app/outbox/works/works.ts";
import { type Instant, now, plusDays, plusSeconds } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addAccount } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { jobContext } from "#test/support/job-context.ts";

const at = "2026-11-27T15:00:00.000Z" as const;
const kinds = { counting: [] } as const satisfies WorkKinds;
const begin = workBeginner(kinds);
const never = new AbortController().signal;

/** Counts to ten by threes, and notes each step as a setting. */
const counting: WorkHandler<object> = {
  prepare: async () => undefined,
  async step(trx, _work, { done }) {
    const to = Math.min(10, done + 3);
    await trx
      .insertInto("setting")
      .values({ name: `${done}`, value: `${to}` })
      .execute();
    return { done: to, total: 10, note: { key: "a:b", values: { to: `${to}` } } };
  },
  async end(trx, _work, { outcome }) {
    await trx.insertInto("setting").values({ name: "end", value: outcome }).execute();
  },
};

describeDatabases("long work", (open) => {
  const setUp = async (handler: Partial<WorkHandler<object>> = {}) => {
    const database = await open();
    const { accountId } = await addAccount(database, { at });
    const id = await database.transact((trx) =>
      begin(trx, { accountId, at, kind: "counting", payload: {}, title: "a:title", resultPath: "/es/desk" }),
    );
    const { settings, log } = jobContext(database, at);
    const run: RunWork = { database, settings, log, kinds, works: { counting: { ...counting, ...handler } } };
    const attempt = async (when: Instant = at, stopping = never) => {
      const claimed = await claimWork(database, when);
      if (claimed) await doWork(claimed, { ...run, at: when }, stopping);
      return claimed !== null;
    };
    return { database, accountId, id, run, attempt };
  };
  const row = ({ read }: Database, id: Id<"work">) =>
    read.selectFrom("work").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const noted = async ({ read }: Database) =>
    (await read.selectFrom("setting").select(["name", "value"]).orderBy("name").execute()).map(
      ({ name, value }) => `${name}→${value}`,
    );

  test("moves its cursor step by step, and says how far it is to whoever began it", async () => {
    const { database, id, accountId, attempt } = await setUp();
    expect(await listOwnWorkUnderWay(database.read, accountId)).toMatchObject([
      { id, state: "waiting", unitsDone: 0, unitsTotal: null, title: "a:title", note: null, resultPath: "/es/desk" },
    ]);
    await attempt();
    expect(await findOwnWork(database.read, { id, accountId })).toMatchObject({
      state: "done",
      unitsDone: 10,
      unitsTotal: 10,
      note: { key: "a:b", values: { to: "10" } },
    });
    expect(await noted(database)).toEqual(["0→3", "3→6", "6→9", "9→10", "end→done"]);
    expect(await listOwnWorkUnderWay(database.read, accountId)).toEqual([]);
    expect(await attempt()).toBe(false);
    const other = await addAccount(database);
    expect(await findOwnWork(database.read, { id, accountId: other.accountId })).toBeNull();
  });

  test("is claimed by one, until the claim has run out", async () => {
    const { database } = await setUp();
    const first = await claimWork(database, at);
    expect(first).toMatchObject({ claims: 1, attempts: 1 });
    expect(await claimWork(database, plusSeconds(at, leaseSeconds))).toBeNull();
    expect(await claimWork(database, plusSeconds(at, leaseSeconds + 1))).toMatchObject({ claims: 2, attempts: 2 });
    await freeWork(database, first!, { isUnattempted: true });
    expect(await claimWork(database, plusSeconds(at, leaseSeconds + 1))).toBeNull();
  });

  test("a step that fails leaves nothing, and is tried again; after so many times it has failed", async () => {
    const { database, id, attempt } = await setUp({
      async step(trx) {
        await trx.insertInto("setting").values({ name: "half", value: "" }).execute();
        throw new TypeError("no");
      },
    });
    let when: Instant = at;
    for (let tries = 1; tries < mostAttempts; tries++) {
      await attempt(when);
      const { state, attempts, dueAt, lastError, claimedUntil } = await row(database, id);
      expect([state, attempts, lastError, claimedUntil]).toEqual(["running", tries, "TypeError", null]);
      expect(await attempt(when)).toBe(false);
      when = plusSeconds(dueAt, 1);
    }
    await attempt(when);
    expect(await row(database, id)).toMatchObject({ state: "failed", lastError: "TypeError" });
    expect(await noted(database)).toEqual(["end→failed"]);
  });

  test("what ends its process each time ends itself", async () => {
    const { database, id, attempt } = await setUp();
    let when: Instant = at;
    for (let tries = 1; tries <= mostAttempts; tries++) {
      expect(await claimWork(database, when)).not.toBeNull();
      when = plusSeconds(when, leaseSeconds + 1);
    }
    await attempt(when);
    expect(await row(database, id)).toMatchObject({ state: "failed", lastError: "Interrupted" });
    expect(await noted(database)).toEqual(["end→failed"]);
  });

  test("what cannot succeed fails at once, also where nobody knows how to do it", async () => {
    const { database, id, attempt } = await setUp({
      prepare: () => Promise.reject(new PermanentFailure("Spoilt")),
    });
    await attempt();
    expect(await row(database, id)).toMatchObject({ state: "failed", lastError: "Spoilt" });
    const { accountId } = await addAccount(database);
    const odd = await database.transact((trx) =>
      workBeginner<WorkKinds>({})(trx, { accountId, at, kind: "odd", payload: {}, title: "a:b" }),
    );
    await attempt();
    expect(await row(database, odd)).toMatchObject({ state: "failed", lastError: "UnknownKind" });
  });

  test("stops before its next step where its owner asks, and nobody else", async () => {
    let stop: () => Promise<unknown> = async () => {};
    const { database, id, accountId, attempt } = await setUp({
      async step(trx, work, stepping) {
        const taken = await counting.step(trx, work, stepping);
        if (taken.done === 6) setTimeout(() => void stop(), 0);
        await wait(5);
        return taken;
      },
    });
    const other = await addAccount(database);
    const ask = (who: Id<"account">) => database.transact((trx) => askToStop(trx, { id, accountId: who, at }));
    expect(await ask(other.accountId)).toBe(false);
    await database.transact((trx) => trx.updateTable("work").set({ unitsDone: 3 }).execute());
    expect(await ask(accountId)).toBe(true);
    await attempt();
    expect(await row(database, id)).toMatchObject({ state: "stopped", unitsDone: 3 });
    expect(await noted(database)).toEqual(["end→stopped"]);
    expect(await ask(accountId)).toBe(false);
    stop = async () => {};
  });

  test("a worker that stops gives back what it has begun, and it goes on where it was", async () => {
    const stopping = new AbortController();
    const { database, id, attempt } = await setUp({
      async step(trx, work, stepping) {
        stopping.abort();
        return counting.step(trx, work, stepping);
      },
    });
    await attempt(at, stopping.signal);
    expect(await row(database, id)).toMatchObject({ state: "running", unitsDone: 3, attempts: 0, claimedUntil: null });
    await attempt(at);
    expect(await row(database, id)).toMatchObject({ state: "done", unitsDone: 10, claims: 2 });
  });

  test("the worker takes up what is due, several at once, until it stops", async () => {
    const { database, accountId, run } = await setUp();
    const slow = Promise.withResolvers<void>();
    const more = workBeginner({ slow: [], counting: [] });
    const begun = now();
    const put = (kind: "slow" | "counting") =>
      database.transact((trx) => more(trx, { accountId, at: begun, kind, payload: {}, title: "a:b" }));
    await database.transact((trx) => trx.updateTable("work").set({ endedAt: at, state: "done" }).execute());
    await put("slow");
    await put("counting");
    const stop = new AbortController();
    const handler = { prepare: () => slow.promise, step: async () => ({ done: 1, total: 1 }) };
    const works = { ...run.works, slow: handler };
    const working = keepWorking({ ...run, kinds: { slow: [], counting: [] }, works }, stop.signal);
    await expect.poll(() => noted(database), { timeout: 10_000 }).toContain("end→done");
    slow.resolve();
    await expect.poll(() => listOwnWorkUnderWay(database.read, accountId), { timeout: 10_000 }).toEqual([]);
    stop.abort();
    await working;
  });

  test("what ended long ago is cleared away, what has not ended stays", async () => {
    const { database, id, attempt } = await setUp();
    const later = plusDays(at, endedDays + 1);
    expect(await database.transact((trx) => clearEndedWork(trx, later, 10))).toBe(0);
    await attempt();
    expect(await database.transact((trx) => clearEndedWork(trx, at, 10))).toBe(0);
    expect(await database.transact((trx) => clearEndedWork(trx, later, 10))).toBe(1);
    expect(await findOwnWork(database.read, { id, accountId: (await addAccount(database)).accountId })).toBeNull();
  });
});
