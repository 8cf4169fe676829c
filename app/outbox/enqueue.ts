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
