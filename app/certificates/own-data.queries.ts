import type { Owner } from "#app/access/actor.ts";
import type { Reader } from "#db/database.ts";

/** Somebody's certificates; what each says can be downloaded by itself. */
export const findOwnData = async (db: Reader, { personId }: Owner) => ({
  certificates: await db
    .selectFrom("certificate")
    .select(["number", "status", "statusAt", "statusReason", "issuedAt"])
    .where("personId", "=", personId)
    .orderBy("issuedAt")
    .execute(),
});
