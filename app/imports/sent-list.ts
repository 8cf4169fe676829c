import { PermanentFailure } from "#app/outbox/job.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { findOwnImport } from "./queries.ts";
import { countRows } from "./rows.queries.ts";

/** What work on a sent list knows of it, from its beginning to its end. */
export type SentList = { programmeId: Id<"programme">; total: number };

/** @throws PermanentFailure where the list is gone, or somebody else's */
export async function sentList(
  read: Reader,
  own: { id: Id<"peopleImport">; accountId: Id<"account"> },
): Promise<SentList> {
  const sent = await findOwnImport(read, own);
  if (!sent) throw new PermanentFailure("Gone");
  return { programmeId: sent.programmeId, total: (await countRows(read, own.id)).total };
}
