import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** Whether anybody or anything belongs to an institution: then its code stands in addresses, lists and documents. */
export async function isInstitutionUsed(db: Reader, id: Id<"institution">): Promise<boolean> {
  const used = await db
    .selectFrom("institution")
    .select("institution.id")
    .where("institution.id", "=", id)
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(selectFrom("person").select("person.id").where("person.institutionId", "=", id)),
        exists(selectFrom("programmeParty").select("programmeId").where("programmeParty.institutionId", "=", id)),
        exists(selectFrom("workshop").select("workshop.id").where("workshop.hostInstitutionId", "=", id)),
        exists(selectFrom("roleGrant").select("roleGrant.id").where("roleGrant.institutionId", "=", id)),
        exists(selectFrom("costLine").select("costLine.id").where("costLine.payerId", "=", id)),
      ]),
    )
    .executeTakeFirst();
  return used !== undefined;
}

/** Whether a programme has workshops, or somebody a role in it. */
export async function isProgrammeUsed(db: Reader, id: Id<"programme">): Promise<boolean> {
  const used = await db
    .selectFrom("programme")
    .select("programme.id")
    .where("programme.id", "=", id)
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(selectFrom("workshop").select("workshop.id").where("workshop.programmeId", "=", id)),
        exists(selectFrom("roleGrant").select("roleGrant.id").where("roleGrant.programmeId", "=", id)),
      ]),
    )
    .executeTakeFirst();
  return used !== undefined;
}
