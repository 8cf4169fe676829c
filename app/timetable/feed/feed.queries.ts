import { hashToken } from "#app/sessions/token.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** Whose calendar a secret address is; null where it was never made, or was revoked. */
export async function findFeedOwner(db: Reader, token: string) {
  const feed = await db
    .selectFrom("calendarFeed")
    .innerJoin("person", "person.id", "calendarFeed.personId")
    .select(["person.id as personId", "person.locale", "person.zone"])
    .where("calendarFeed.tokenHash", "=", hashToken(token))
    .where("calendarFeed.revokedAt", "is", null)
    .executeTakeFirst();
  return feed ?? null;
}

/** Since when somebody has a calendar address that works; null where they have none. */
export async function findOwnFeed(db: Reader, personId: Id<"person">) {
  const feed = await db
    .selectFrom("calendarFeed")
    .select("createdAt")
    .where("personId", "=", personId)
    .where("revokedAt", "is", null)
    .orderBy("createdAt", "desc")
    .executeTakeFirst();
  return feed ?? null;
}
