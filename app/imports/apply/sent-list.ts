import type { Reach } from "#app/access/permissions.ts";
import { findOwnImport, findReachOf } from "#app/imports/queries.ts";
import { countRows } from "#app/imports/rows.queries.ts";
import { takesIn } from "#app/imports/rules.ts";
import { PermanentFailure } from "#app/outbox/job.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Reader, Writer } from "#db/database.ts";
import { hold } from "#db/hold.ts";
import type { Id } from "#db/id.ts";

/** What work on a sent list knows of it, from its beginning to its end. */
export type SentList = { programmeId: Id<"programme">; sentAt: Instant; isApplied: boolean; total: number };

/** @throws PermanentFailure where the list is gone, or somebody else's */
export async function sentList(
  read: Reader,
  own: { id: Id<"peopleImport">; accountId: Id<"account"> },
): Promise<SentList> {
  const sent = await findOwnImport(read, own);
  if (!sent) throw new PermanentFailure("Gone");
  const { programmeId, createdAt: sentAt, appliedAt } = sent;
  return { programmeId, sentAt, isApplied: appliedAt !== null, total: (await countRows(read, own.id)).total };
}

type Holding = { accountId: Id<"account">; programmeId: Id<"programme"> };

/**
 * Holds a programme, so that one list at a time goes on with its people, and asks again what whoever began it may do.
 * @returns their reach
 * @throws PermanentFailure where they may not any more
 */
export async function heldReach(trx: Writer, { accountId, programmeId }: Holding): Promise<Reach> {
  await hold(trx, "programme", programmeId);
  const reach = await findReachOf(trx, accountId);
  if (!takesIn(reach, programmeId)) throw new PermanentFailure("OutOfReach");
  return reach;
}
