import type { StoredMilestone } from "#app/workshops/life/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { FormerSession } from "./postponing.rules.ts";

/** How a workshop stood before it was postponed. */
export type FormerStanding = { sessions: FormerSession[]; milestones: StoredMilestone[] };

/** The last time that a workshop was postponed, and how it stood before. */
export async function findPostponement(db: Reader, workshopId: Id<"workshop">) {
  const row = await db
    .selectFrom("postponement")
    .select(["id", "days", "startsOn", "endsOn", "former", "reason", "postponedAt"])
    .where("workshopId", "=", workshopId)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? { ...row, former: JSON.parse(row.former) as FormerStanding } : null;
}
