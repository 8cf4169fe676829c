import type { Owner } from "#app/access/actor.ts";
import type { Reader } from "#db/database.ts";

/** What somebody has added to workshops, and the copies that were made for them with their name on each page. */
export const findOwnData = async (db: Reader, owner: Owner) => ({
  materials: await listOwnMaterials(db, owner),
  materialCopies: await listOwnCopies(db, owner),
});

const listOwnMaterials = (db: Reader, { accountIds }: Owner) =>
  db
    .selectFrom("materialVersion")
    .innerJoin("material", "material.id", "materialVersion.materialId")
    .innerJoin("workshop", "workshop.id", "material.workshopId")
    .select(["workshop.code as workshop", "material.title", "materialVersion.number", "materialVersion.addedAt"])
    .where("materialVersion.addedBy", "in", accountIds)
    .orderBy("materialVersion.addedAt")
    .execute();

const listOwnCopies = (db: Reader, { accountIds }: Owner) =>
  db
    .selectFrom("materialCopy")
    .innerJoin("materialVersion", "materialVersion.id", "materialCopy.versionId")
    .innerJoin("material", "material.id", "materialVersion.materialId")
    .innerJoin("workshop", "workshop.id", "material.workshopId")
    .select(["workshop.code as workshop", "material.title", "materialCopy.code", "materialCopy.madeAt"])
    .where("materialCopy.accountId", "in", accountIds)
    .orderBy("materialCopy.madeAt")
    .execute();
