import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "#db/database.ts";
import { findDueLane } from "./claim.commands.ts";
import { type Lane, lanes } from "./rules.ts";
import { type Run, runDueJobs } from "./run.ts";
import { newSleepers, type Sleepers } from "./sleepers.ts";

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
  const workers = lanes.flatMap((lane) =>
    Array.from({ length: lane.atOnce }, () => workIn(lane, { run, sleepers, asker, stopping })),
  );
  await Promise.all([...workers, asker.ask()]);
}

type Shift = { run: Work; sleepers: Sleepers; asker: Asker; stopping: AbortSignal };

async function workIn(lane: Lane, { run, sleepers, asker, stopping }: Shift): Promise<void> {
  while (!stopping.aborted) {
    const isDone = await runNext(lane, run, stopping).catch(async (err: unknown) => {
      run.log.error({ err }, "jobs failed");
      await wait(pauseAfterFailureMs, undefined, { signal: stopping }).catch(() => {});
    });
    if (isDone && lane.hasSequel) asker.hurry();
    if (!isDone) await sleepers.sleep(lane);
  }
}

/** What is due, and until when it is claimed, says the database's clock: of two workers one may have a wrong one. */
async function runNext(lane: Lane, run: Work, stopping: AbortSignal): Promise<boolean> {
  const at = await run.database.now();
  return (await runDueJobs({ ...run, at, lane, most: 1, stopping })) > 0;
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
