import { setTimeout as wait } from "node:timers/promises";
import type { KyselyPlugin } from "kysely";
import { expect, test } from "vitest";
import { workBeginner } from "#app/outbox/works/commands.ts";
import { now } from "#app/time/instant.ts";
import { action, loader } from "#app/web/work/work.route.tsx";
import { loader as events } from "#app/web/work/work-events.route.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock, visit } from "#test/support/visit.ts";

const begin = workBeginner({ counting: [] });

async function setUp(database: Database) {
  const ana = await addAccount(database, { grants: ["official"] });
  const haruka = await addAccount(database, { grants: ["official"] });
  const id = await database.transact((trx) =>
    begin(trx, {
      accountId: ana.accountId,
      at: now(),
      kind: "counting",
      payload: {},
      title: "common:nav.desk",
      resultPath: "/ja/desk?work=1",
      total: 4_000,
    }),
  );
  const cookies = [await cookieFor(database, ana.accountId), await cookieFor(database, haruka.accountId)] as const;
  const set = (change: { unitsDone?: number; state?: "running" | "done" }) =>
    database.transact((trx) =>
      trx
        .updateTable("work")
        .set({ ...change, changedAt: now(), ...(change.state === "done" && { endedAt: now() }) })
        .where("id", "=", id)
        .execute(),
    );
  return { id, cookies, set, sessionOf: (who: Id<"account">) => cookieFor(database, who), accountId: ana.accountId };
}

/** Opens a stream. @returns what it says, as far as it has come, and how to leave it */
async function listen(database: Database, path: string, cookie: string, stopping?: AbortSignal) {
  const args = visit({ database, path, cookie });
  const answer = (await events({ ...args, context: { ...args.context, stopping } })) as Response;
  const heard: string[] = [];
  const reader = answer.body!.getReader();
  let isOver = false;
  const listening = (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      heard.push(new TextDecoder().decode(value));
    }
    isOver = true;
  })();
  const news = () =>
    heard.flatMap((text) => (text.startsWith("data: ") ? [JSON.parse(text.slice(6)) as Record<string, unknown>] : []));
  return { headers: answer.headers, heard, news, isOver: () => isOver, listening, leave: () => reader.cancel() };
}

describeDatabases("the page of long work", (open) => {
  test("says how far it is, in the reader's language, to whoever began it alone", async () => {
    const database = await open();
    const { id, cookies, set } = await setUp(database);
    await set({ state: "running", unitsDone: 1_319 });
    const { data } = await knock(loader, { database, path: `/es/work/${id}`, cookie: cookies[0] });
    expect(data).toMatchObject({
      percent: 32,
      text: "1,319 de 4,000",
      title: "Coordinación",
      isUnderWay: true,
      resultHref: null,
    });
    for (const door of [loader, events])
      expect((await knock(door, { database, path: `/es/work/${id}`, cookie: cookies[1] })).status).toBe(404);
    await set({ state: "done", unitsDone: 4_000 });
    const ended = await knock(loader, { database, path: `/en/work/${id}`, cookie: cookies[0] });
    expect(ended.data).toMatchObject({ percent: 100, isUnderWay: false, resultHref: "/en/desk?work=1" });
  });

  test("its button asks it to stop; nobody else's does", async () => {
    const database = await open();
    const { id, cookies } = await setUp(database);
    const press = (cookie: string) => knock(action, { database, path: `/es/work/${id}`, form: {}, cookie });
    const isAsked = async () =>
      (await database.read.selectFrom("work").select("isStopAsked").execute())[0]?.isStopAsked;
    expect([(await press(cookies[1])).status, await isAsked()]).toEqual([404, false]);
    expect([(await press(cookies[0])).location, await isAsked()]).toEqual([`/es/work/${id}`, true]);
    const { data } = await knock(loader, { database, path: `/ja/work/${id}`, cookie: cookies[0] });
    expect(data).toMatchObject({ text: "中止しています", isStopping: true });
  });

  test("is told of each change as it happens, until the end", async () => {
    const database = await open();
    const { id, cookies, set } = await setUp(database);
    const stream = await listen(database, `/es/work/${id}/events`, cookies[0]);
    expect(Object.fromEntries(stream.headers)).toMatchObject({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    });
    await expect.poll(() => stream.heard[0]).toBe("retry: 500\n\n");
    await expect.poll(() => stream.news()).toMatchObject([{ percent: 0, text: "En espera de su turno" }]);
    await set({ state: "running", unitsDone: 400 });
    await expect.poll(() => stream.news().at(-1), { timeout: 5_000 }).toMatchObject({ percent: 10 });
    await set({ state: "done", unitsDone: 4_000 });
    await expect.poll(() => stream.isOver(), { timeout: 5_000 }).toBe(true);
    expect(stream.news().at(-1)).toMatchObject({ percent: 100, isUnderWay: false });
  });

  test("a server that stops lets its readers go, and so does a reader who leaves", async () => {
    const database = await open();
    const { id, cookies } = await setUp(database);
    const stopping = new AbortController();
    const path = `/es/work/${id}/events`;
    const one = await listen(database, path, cookies[0], stopping.signal);
    const other = await listen(database, path, cookies[0]);
    await other.leave();
    stopping.abort();
    await expect.poll(() => one.isOver()).toBe(true);
    const late = await listen(database, path, cookies[0], stopping.signal);
    await expect.poll(() => late.isOver()).toBe(true);
  });

  test("however many look, all of it is asked for in one question, and by nobody where nobody looks", async () => {
    const database = await open();
    const { id, cookies } = await setUp(database);
    let asked = 0;
    const counting: Database = { ...database, read: database.read.withPlugin(noting(() => asked++)) };
    const streams = [];
    for (let n = 0; n < 5; n++) streams.push(await listen(counting, `/es/work/${id}/events`, cookies[0]));
    asked = 0;
    await wait(1_800);
    expect(asked).toBeGreaterThanOrEqual(2);
    expect(asked).toBeLessThanOrEqual(4);
    for (const stream of streams) await stream.leave();
    await wait(700);
    asked = 0;
    await wait(1_200);
    expect(asked).toBe(0);
  });
});

const noting = (note: () => void): KyselyPlugin => ({
  transformQuery({ node }) {
    note();
    return node;
  },
  transformResult: async ({ result }) => result,
});
