import type { Owner } from "#app/access/actor.ts";
import type { Reader } from "#db/database.ts";

/** The messages that were composed for somebody. */
export const findOwnData = async (db: Reader, { personId }: Owner) => ({
  messages: await db
    .selectFrom("mail")
    .select(["kind", "toAddress", "subject", "bodyText", "composedAt", "sentAt"])
    .where("personId", "=", personId)
    .orderBy("composedAt")
    .execute(),
});
