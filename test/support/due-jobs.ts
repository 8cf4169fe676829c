import { type ClaimedJob, claimJobs, findDueLane } from "#app/outbox/claim.commands.ts";
import { lanes } from "#app/outbox/rules.ts";
import { type Run, runJob } from "#app/outbox/run.ts";
import { type Instant, plusSeconds } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";

/** Takes the job that is due first, of whichever lane; null when there is none that nobody else has taken. */
export async function claimNextJob(database: Database, at: Instant): Promise<ClaimedJob | null> {
  for (;;) {
    const lane = await findDueLane(database, at, lanes);
    if (!lane) return null;
    const [job] = await claimJobs(database, at, lane, 1);
    if (job) return job;
  }
}

/** What leads to itself again would go on for ever. */
const most = 100;

/**
 * Does what is due at a moment as the worker does it, but one job after another, until none is left.
 * @returns how many jobs were attempted
 */
export async function runDueJobs({ at: startedAt, ...run }: Run): Promise<number> {
  const start = performance.now();
  for (let count = 0; count < most; count++) {
    const at = plusSeconds(startedAt, (performance.now() - start) / 1000);
    const job = await claimNextJob(run.database, at);
    if (!job) return count;
    await runJob(job, { ...run, at });
  }
  return most;
}
