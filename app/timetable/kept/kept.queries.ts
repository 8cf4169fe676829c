import type { Selectable } from "kysely";
import type { Session } from "#app/timetable/queries.ts";
import type { Reader } from "#db/database.ts";
import { asId, type Id } from "#db/id.ts";
import type { SessionVisitTable } from "#db/schema.ts";

export type VisitRow = Selectable<SessionVisitTable>;

/** A session as it was, what to know of its visit, and what later rooms had of it. */
export type KeptSession<More> = { session: Session; visit: VisitRow[]; more: More };

/** Those of some ids that this workshop had, and that were deleted a while ago. */
export async function listKeptSessions<More>(
  db: Reader,
  workshopId: Id<"workshop">,
  ids: readonly Id<"session">[],
): Promise<Map<Id<"session">, KeptSession<More>>> {
  if (!ids.length) return new Map();
  const rows = await db
    .selectFrom("keptSession")
    .select(["sessionId", "kept"])
    .where("workshopId", "=", workshopId)
    .where("sessionId", "in", [...ids])
    .execute();
  return new Map(
    rows.map(({ sessionId, kept }) => [asId<"session">(sessionId), JSON.parse(kept) as KeptSession<More>]),
  );
}

/** What there is to be known of the visits of sessions that are about to be deleted. */
export async function listVisitRows(db: Reader, ids: readonly Id<"session">[]): Promise<VisitRow[]> {
  if (!ids.length) return [];
  return db
    .selectFrom("sessionVisit")
    .selectAll()
    .where("sessionId", "in", [...ids])
    .execute();
}
