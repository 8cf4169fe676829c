import type { Instant } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import { newId } from "#db/new-id.ts";
import type { Payload } from "./job.ts";
import type { JobKind } from "./kinds.ts";

/**
 * Has something done once this transaction has committed, and never where it has not.
 * The payload holds ids only: names and addresses are read when the job runs, secrets are made then.
 * @returns the job's id
 */
export async function enqueue(
  trx: Writer,
  at: Instant,
  kind: JobKind,
  payload: Payload,
  { workshopId = null, personId = null }: { workshopId?: string | null; personId?: string | null } = {},
): Promise<string> {
  const id = newId();
  await trx
    .insertInto("outbox")
    .values({ id, kind, payload: JSON.stringify(payload), workshopId, personId, createdAt: at, dueAt: at })
    .execute();
  return id;
}

/**
 * Ends a job together with what it does to the database, for handlers whose work may not happen twice.
 * @returns false where it has been done already: then there is nothing left to do
 */
export async function completeJob(trx: Writer, { jobId, at }: { jobId: string; at: Instant }): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("outbox")
    .set({ doneAt: at })
    .where("id", "=", jobId)
    .where("doneAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Puts a failed job back in the queue as if it were new. @returns false where this workshop has no such failed job */
export async function retryJob(
  trx: Writer,
  { jobId, workshopId, at }: { jobId: string; workshopId: string; at: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("outbox")
    .set({ failedAt: null, dueAt: at, attempts: 0, claimedUntil: null })
    .where("id", "=", jobId)
    .where("workshopId", "=", workshopId)
    .where("failedAt", "is not", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Asks once more for what an account needs: where that has failed, the failed job goes back in the queue, so that no failure outlives its remedy. */
export async function enqueueForAccount(
  trx: Writer,
  at: Instant,
  kind: Extract<JobKind, `account.${string}`>,
  { accountId, personId }: { accountId: string; personId: string },
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("outbox")
    .set({ failedAt: null, dueAt: at, attempts: 0, claimedUntil: null })
    .where("failedAt", "is not", null)
    .where("workshopId", "is", null)
    .where("personId", "=", personId)
    .where("kind", "=", kind)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) await enqueue(trx, at, kind, { accountId }, { personId });
}

/** The same work to no effect, so that how long it takes does not tell whether there is an account. */
export async function enqueueForNobody(trx: Writer, at: Instant): Promise<void> {
  for (const jobId of ["", ""]) await completeJob(trx, { jobId, at });
}
