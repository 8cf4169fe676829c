import type { Owner } from "#app/access/actor.ts";
import type { Reader } from "#db/database.ts";

/** What somebody signs in with, and since when; never the secret itself. */
export const findOwnData = async (db: Reader, { accountId }: Owner) => ({
  credentials: await db
    .selectFrom("credential")
    .select(["kind", "createdAt", "changedAt"])
    .where("accountId", "=", accountId)
    .orderBy("createdAt")
    .execute(),
});
