import { sql } from "kysely";
import type { Reach } from "#app/access/permissions.ts";
import { withinReach } from "#app/workshops/within-reach.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { NumberBeginning } from "./numbers.rules.ts";

/**
 * Certificates by the beginning of their number: of workshops within reach, and one's own. They are looked for among
 * those of the workshops whose code the number begins with, so that no index has to sort numbers as bytes.
 */
export async function listByNumber(
  db: Reader,
  { beginning, codes }: NumberBeginning,
  { reach, personId, most }: { reach: Reach; personId: Id<"person">; most: number },
) {
  return (
    db
      .selectFrom("workshop")
      // in this order: a workshop has few certificates
      .crossJoin("certificate")
      .whereRef("certificate.workshopId", "=", "workshop.id")
      .select(["certificate.number", "certificate.status", "certificate.personId", "certificate.data"])
      .select(["workshop.code", "workshop.id as workshopId", "workshop.programmeId"])
      .where("workshop.code", "in", codes)
      .where(sql`substr(certificate.number, 1, cast(${beginning.length} as integer))`, "=", beginning)
      .where((eb) => eb.or([withinReach(reach)(eb), eb("certificate.personId", "=", personId)]))
      .orderBy("certificate.number")
      .limit(most + 1)
      .execute()
  );
}
