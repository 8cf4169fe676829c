import type { Owner } from "#app/access/actor.ts";
import type { Reader } from "#db/database.ts";

/** Where somebody is signed in; the hashes of their tokens excepted. */
export const findOwnData = async (db: Reader, { accountId }: Owner) => ({
  sessions: await db
    .selectFrom("accountSession")
    .select(["createdAt", "seenAt", "expiresAt", "device"])
    .where("accountId", "=", accountId)
    .execute(),
});
