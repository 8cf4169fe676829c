import type { Reach } from "#app/access/permissions.ts";
import type { Reader } from "#db/database.ts";
import type { WorkshopInput } from "./form.ts";

/** The field whose choice does not exist, or is out of the coordinator's reach; null when both stand. */
export async function refusedReference(db: Reader, reach: Reach, { programmeId, hostInstitutionId }: WorkshopInput) {
  if (!reach.everywhere && !reach.programmeIds.includes(programmeId)) return "programmeId";
  const programme = await db.selectFrom("programme").select("id").where("id", "=", programmeId).executeTakeFirst();
  if (!programme) return "programmeId";
  const host = await db.selectFrom("institution").select("id").where("id", "=", hostInstitutionId).executeTakeFirst();
  return host ? null : "hostInstitutionId";
}
