import { afterEach, expect, test, vi } from "vitest";
import { claimJobs } from "#app/outbox/claim.commands.ts";
import { emitter } from "#app/outbox/commands.ts";
import type { EventMap } from "#app/outbox/events.ts";
import { claimMinutes, lanes, waitingSeconds } from "#app/outbox/rules.ts";
import { newTray, type Tray } from "#app/outbox/tray.ts";
import { now, plusMinutes } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { jobContext } from "#test/support/job-context.ts";

const events = { "bell.rung": { ids: [], reactions: ["letter"] } } as const satisfies EventMap;
const emit = emitter(events);
const letters = lanes[0]!;

const put = (database: Database, count: number) =>
  database.transact(async (trx) => {
    const ids = [];
    for (let n = 0; n < count; n++) ids.push(...(await emit(trx, now(), "bell.rung", {})));
    return ids;
  });
const trayOf = (database: Database) => newTray(jobContext(database, now()), letters);
const take = async (tray: Tray, count: number) => {
  const ids = [];
  for (let n = 0; n < count; n++) ids.push((await tray.take())?.job.id);
  return ids;
};
const attemptsOf = async ({ read }: Database) =>
  (await read.selectFrom("outbox").select("attempts").orderBy("id").execute()).map(({ attempts }) => attempts);
const times = (count: number, attempts: number) => Array<number>(count).fill(attempts);

const fakeTimers = () => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describeDatabases("a tray", (open) => {
  test("hands out what one trip has brought, and leaves the rest to others", async () => {
    const database = await open();
    const ids = await put(database, 4);
    const tray = trayOf(database);
    expect((await tray.take())?.job.id).toBe(ids[0]);
    const taken = await Promise.all([tray.take(), tray.take()]);
    expect(taken.map((one) => one?.job.id)).toEqual(ids.slice(1, 3));
    expect(tray.hasMore()).toBe(true);
    await tray.empty();
    expect(tray.hasMore()).toBe(false);
    expect((await claimJobs(database, now(), letters, 10)).map(({ id }) => id)).toEqual([ids[3]]);
  });

  test("keeps what was just claimed, however long its lane has been busy with what was claimed before", async () => {
    const database = await open();
    const ids = await put(database, letters.claimed * 2);
    fakeTimers();
    const tray = trayOf(database);
    expect(await take(tray, letters.claimed)).toEqual(ids.slice(0, letters.claimed));
    vi.advanceTimersByTime((waitingSeconds - 1) * 1000);
    expect(await take(tray, 1)).toEqual([ids[letters.claimed]]);
    vi.advanceTimersByTime(2_000);
    expect(tray.hasMore()).toBe(true);
    expect(await take(tray, letters.claimed - 1)).toEqual(ids.slice(letters.claimed + 1));
    expect(await attemptsOf(database)).toEqual(times(ids.length, 1));
  });

  test("gives back what its workers do not come to", async () => {
    const database = await open();
    await put(database, 6);
    fakeTimers();
    const tray = trayOf(database);
    await take(tray, letters.atOnce);
    vi.advanceTimersByTime(waitingSeconds * 1000 - 1);
    expect(tray.hasMore()).toBe(true);
    vi.advanceTimersByTime(1);
    expect(tray.hasMore()).toBe(false);
    vi.useRealTimers();
    await expect.poll(() => attemptsOf(database)).toEqual([...times(letters.atOnce, 1), 0, 0]);
  });

  test("says so where what its workers do not come to cannot be given back", async () => {
    const database = await open();
    await put(database, 2);
    fakeTimers();
    const { log } = jobContext(database, now());
    const said = vi.spyOn(log, "error").mockReturnValue();
    let isAway = false;
    const transact: Database["transact"] = (act) =>
      isAway ? Promise.reject(new Error("away")) : database.transact(act);
    const tray = newTray({ database: { ...database, transact }, log }, letters);
    await take(tray, 1);
    isAway = true;
    vi.advanceTimersByTime(waitingSeconds * 1000);
    vi.useRealTimers();
    await expect.poll(() => said.mock.calls.length).toBe(1);
  });

  test("begins nothing of what others may have claimed while its process stood still", async () => {
    const database = await open();
    const ids = await put(database, 4);
    const tray = trayOf(database);
    expect(await take(tray, 1)).toEqual([ids[0]]);
    const later = plusMinutes(now(), claimMinutes + 1);
    const others = [await claimJobs(database, later, letters, 10), await claimJobs(database, later, letters, 10)];
    expect(others.flat().map(({ id }) => id)).toEqual(ids.slice(0, 2));
    const start = performance.now();
    vi.spyOn(performance, "now").mockReturnValue(start + (claimMinutes + 1) * 60_000);
    expect(await tray.take()).toBeNull();
    expect(await attemptsOf(database)).toEqual([2, 2, 0, 0]);
    expect(await take(tray, 3)).toEqual([...ids.slice(2), undefined]);
  });
});
