import { completeJob } from "#app/outbox/commands.ts";
import type { Handler } from "#app/outbox/job.ts";
import { remindOfNames } from "./names.commands.ts";

/** A workshop is over: whoever has completed it is asked for the name that their certificate waits for. */
export const askNames: Handler<"workshop.completed"> = async ({ id: jobId, payload }, { database, at }) => {
  await database.transact(async (trx) => {
    if (await completeJob(trx, { jobId, at })) await remindOfNames(trx, payload.workshopId, { accountId: null, at });
  });
};
