import type { Owner } from "#app/access/actor.ts";
import type { Reader } from "#db/database.ts";

/** Somebody's certificates; what each says can be downloaded by itself. */
export const findOwnData = async (db: Reader, { personId }: Owner) => ({
  certificates: await db
    .selectFrom("certificate")
    .leftJoin("certificate as former", "former.id", "certificate.replacesId")
    .select("former.number as replaces")
    .select(["certificate.number", "certificate.status", "certificate.statusAt", "certificate.statusReason"])
    .select(["certificate.reasonClass", "certificate.issuedAt"])
    .where("certificate.personId", "=", personId)
    .orderBy("certificate.issuedAt")
    .execute(),
});
