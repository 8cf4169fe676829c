import { setTimeout as wait } from "node:timers/promises";
import { runDueJobs } from "#app/outbox/run.ts";
import { reactions } from "#app/reactions.ts";
import { logger } from "#app/settings/log.ts";
import { now } from "#app/time/instant.ts";
import { explainAndExit, open } from "./open.ts";
import { untilStopped } from "./stopping.ts";
import { tidying } from "./tidying.ts";

const pauseMs = 500;
const pauseAfterFailureMs = 5_000;

const log = logger("worker");
const stopping = untilStopped();

await work().catch(explainAndExit);

/** Runs what is due until asked to stop; a job that has begun is finished first. */
async function work(): Promise<void> {
  const { settings, database } = await open(process.env, "jobs");
  const tidy = tidying(database);
  log.info("working");
  const turn = async () => {
    const ran = await runDueJobs({ database, settings, log, reactions, at: now(), stopping });
    await tidy(now());
    return ran > 0 ? 0 : pauseMs;
  };
  while (!stopping.aborted) {
    const pause = await turn().catch((err) => {
      log.error({ err }, "jobs failed");
      return pauseAfterFailureMs;
    });
    await wait(pause, undefined, { signal: stopping }).catch(() => {});
  }
  await database.close();
  process.exit(0);
}
