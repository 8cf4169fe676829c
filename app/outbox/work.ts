import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "#db/database.ts";
import { findDueLane } from "./claim.commands.ts";
import { type Lane, lanes } from "./rules.ts";
import { type Run, runJob } from "./run.ts";
import { newSleepers, type Sleepers } from "./sleepers.ts";
import { newTray, type Tray } from "./tray.ts";

const pauseMs = 500;
const pauseAfterFailureMs = 5_000;

type Work = Omit<Run, "at">;

/**
 * Runs what is due in every lane until asked to stop, several jobs of a lane at once.
 * Whatever hangs holds up its own lane alone.
 * One asks for all lanes whether anything is due; whoever has nothing to do sleeps meanwhile, and asks nothing.
 * A job that has begun is finished first.
 */
export async function work(run: Work, stopping: AbortSignal): Promise<void> {
  const sleepers = newSleepers(stopping);
  const asker = newAsker(run, sleepers, stopping);
  const shift = { run, sleepers, asker, stopping };
  await Promise.all([...lanes.map((lane) => workTogether(lane, shift)), asker.ask()]);
}

type Shift = { run: Work; sleepers: Sleepers; asker: Asker; stopping: AbortSignal };

/** The workers of one lane share what any of them has claimed. */
async function workTogether(lane: Lane, shift: Shift): Promise<void> {
  const tray = newTray(shift.run, lane);
  await Promise.all(Array.from({ length: lane.atOnce }, () => workIn(lane, tray, shift)));
  await tray.empty().catch((err: unknown) => shift.run.log.error({ err }, "jobs not given back"));
}

async function workIn(lane: Lane, tray: Tray, { run, sleepers, asker, stopping }: Shift): Promise<void> {
  const wakeOthers = () => tray.hasMore() && sleepers.wake(lane);
  while (!stopping.aborted) {
    const isDone = await runNext(tray, run, wakeOthers).catch(async (err: unknown) => {
      run.log.error({ err }, "jobs failed");
      await wait(pauseAfterFailureMs, undefined, { signal: stopping }).catch(() => {});
    });
    if (isDone && lane.hasSequel) asker.hurry();
    if (!isDone) await sleepers.sleep(lane);
  }
}

async function runNext(tray: Tray, run: Work, wakeOthers: () => void): Promise<boolean> {
  const taken = await tray.take();
  if (!taken) return false;
  wakeOthers();
  const { job, ...shared } = taken;
  await runJob(job, { ...run, ...shared });
  return true;
}

type Asker = {
  /** Asks again and again, until work ends. */
  ask(): Promise<void>;
  /** Asks without waiting for the next turn: what was done may have something follow from it. */
  hurry(): void;
};

function newAsker({ database, log }: Work, sleepers: Sleepers, stopping: AbortSignal): Asker {
  let pause = new AbortController();
  const hurry = () => pause.abort();
  stopping.addEventListener("abort", hurry, { once: true });
  const ask = async () => {
    while (!stopping.aborted) {
      pause = new AbortController();
      const ms = await wakeWhoIsDue(database, sleepers).catch((err: unknown) => {
        log.error({ err }, "not asked for jobs");
        return pauseAfterFailureMs;
      });
      await wait(ms, undefined, { signal: pause.signal }).catch(() => {});
    }
  };
  return { ask, hurry };
}

/** @returns how long to pause then */
async function wakeWhoIsDue(database: Database, sleepers: Sleepers): Promise<number> {
  while (sleepers.lanes().length > 0) {
    const lane = await findDueLane(database, await database.now(), sleepers.lanes());
    if (!lane) break;
    sleepers.wake(lane);
  }
  return pauseMs;
}
