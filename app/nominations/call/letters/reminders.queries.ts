import type { Instant } from "#app/time/instant.ts";
import { localDate, plusLocalDays } from "#app/time/wall-time.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** Workshops whose call ends within about a week, on whatever clock. */
export async function listClosingSoon(db: Reader, at: Instant): Promise<Id<"workshop">[]> {
  const today = localDate(at, "UTC");
  const rows = await db
    .selectFrom("call")
    .select("workshopId")
    .where("version", ">", 0)
    .where("closesOn", ">=", plusLocalDays(today, -1))
    .where("closesOn", "<=", plusLocalDays(today, 8))
    .orderBy("workshopId")
    .execute();
  return rows.map(({ workshopId }) => workshopId);
}
