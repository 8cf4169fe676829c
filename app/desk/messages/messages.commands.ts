import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { retryJob } from "#app/outbox/commands.ts";
import { isJobOf } from "#app/outbox/queries.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/**
 * Sends a message of a workshop again that had failed for good. A second click finds it in the queue, and does nothing.
 */
export async function resendMessage(
  trx: Writer,
  { jobId, workshopId }: { jobId: Id<"outbox">; workshopId: Id<"workshop"> },
  { accountId, at }: By,
): Promise<"queued" | "missing"> {
  if (!(await retryJob(trx, { jobId, workshopId, at })))
    return (await isJobOf(trx, { jobId, workshopId })) ? "queued" : "missing";
  const details = { job: jobId };
  await audit(trx, at, {
    accountId,
    action: "message.retried",
    subjectId: workshopId,
    details,
  });
  return "queued";
}
