import type { Reach } from "#app/access/permissions.ts";
import { isInstitution } from "#app/institutions/queries.ts";
import { isProgramme } from "#app/programmes/queries.ts";
import type { Reader } from "#db/database.ts";
import type { WorkshopInput } from "./form.ts";

/** The field whose choice does not exist, or is out of the coordinator's reach; null when both stand. */
export async function refusedReference(db: Reader, reach: Reach, { programmeId, hostInstitutionId }: WorkshopInput) {
  const isReached = reach.everywhere || reach.programmeIds.includes(programmeId);
  if (!isReached || !(await isProgramme(db, programmeId))) return "programmeId";
  return (await isInstitution(db, hostInstitutionId)) ? null : "hostInstitutionId";
}
