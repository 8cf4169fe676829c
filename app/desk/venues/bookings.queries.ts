import type { Reach } from "#app/access/permissions.ts";
import type { Instant } from "#app/time/instant.ts";
import { withinReach } from "#app/workshops/within-reach.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** More than these are not listed. */
export const bookingsShown = 100;

/**
 * The coming sessions that have booked a venue or one of its rooms, the soonest first; at most one more than are shown.
 * That it is taken is said to everybody who plans; by what, to whom the workshop is within reach.
 */
export async function listBookings(db: Reader, venueId: Id<"venue">, { at, reach }: { at: Instant; reach: Reach }) {
  const rows = await db
    .selectFrom("session")
    .innerJoin("workshop", "workshop.id", "session.workshopId")
    .select([
      ...(["session.id", "session.number", "session.roomId", "session.zone"] as const),
      ...(["session.startsLocal", "session.endsLocal", "session.startsAt", "session.endsAt"] as const),
      ...(["workshop.id as workshopId", "workshop.code"] as const),
    ])
    .where("session.venueId", "=", venueId)
    .where("session.endsAt", ">", at)
    .where("workshop.state", "<>", "cancelled")
    .orderBy("session.startsAt")
    .orderBy("session.id")
    .limit(bookingsShown + 1)
    .execute();
  if (!rows.length) return [];
  const reached = await db
    .selectFrom("workshop")
    .select("workshop.id")
    .where("workshop.id", "in", [...new Set(rows.map(({ workshopId }) => workshopId))])
    .where(withinReach(reach))
    .execute();
  const within = new Set(reached.map(({ id }) => id));
  return rows.map((row) => ({ ...row, isReached: within.has(row.workshopId) }));
}
