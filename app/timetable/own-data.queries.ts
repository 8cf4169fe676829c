import type { Owner } from "#app/access/actor.ts";
import type { Reader } from "#db/database.ts";

/** Somebody's secret calendar addresses: when they were made and revoked. */
export const findOwnData = async (db: Reader, { personId }: Owner) => ({
  calendarFeeds: await db
    .selectFrom("calendarFeed")
    .select(["createdAt", "revokedAt"])
    .where("personId", "=", personId)
    .orderBy("createdAt")
    .execute(),
});
