import { setTimeout as wait } from "node:timers/promises";
import { type Lane, lanes } from "./rules.ts";
import { type Run, runDueJobs } from "./run.ts";

const pauseMs = 500;
const pauseAfterFailureMs = 5_000;

type Work = Omit<Run, "at">;

/**
 * Runs what is due in every lane until asked to stop, several jobs of a lane at once.
 * Whatever hangs holds up its own lane alone.
 * A job that has begun is finished first.
 */
export async function work(run: Work, stopping: AbortSignal): Promise<void> {
  const workers = lanes.flatMap((lane) => Array.from({ length: lane.atOnce }, () => workIn(lane, run, stopping)));
  await Promise.all(workers);
}

async function workIn(lane: Lane, run: Work, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const pause = await runNext(lane, run, stopping).catch((err: unknown) => {
      run.log.error({ err }, "jobs failed");
      return pauseAfterFailureMs;
    });
    await wait(pause, undefined, { signal: stopping }).catch(() => {});
  }
}

/** What is due, and until when it is claimed, says the database's clock: of two workers one may have a wrong one. */
async function runNext(lane: Lane, run: Work, stopping: AbortSignal): Promise<number> {
  const at = await run.database.now();
  return (await runDueJobs({ ...run, at, lane, most: 1, stopping })) > 0 ? 0 : pauseMs;
}
