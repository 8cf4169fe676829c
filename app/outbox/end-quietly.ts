import { completeJob } from "./commands.ts";
import { ended, type Job, type JobContext } from "./job.ts";

/** Ends the job of a letter that has nothing to tell any more. */
export async function endQuietly({ id: jobId }: Pick<Job, "id">, { database, at }: JobContext) {
  await database.transact((trx) => completeJob(trx, { jobId, at }));
  return ended;
}
