import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Reach } from "#app/access/permissions.ts";
import { seatedStates } from "#app/enrolment/rules.ts";
import { withinReach } from "#app/workshops/within-reach.ts";
import { holderEmail, isHolder } from "#db/account-holder.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";

/** Who looks: nobody known; or somebody, and where they may add materials: there they see all of them. */
export type Looking = { personId: Id<"person">; reach: Reach } | null;

type Joined = "material" | "materialVersion" | "workshop" | "file";

/** Which materials somebody may have. All that hands materials out asks this, at each download. */
const visibleTo =
  (who: Looking) =>
  (eb: ExpressionBuilder<Schema, Joined>): Expression<SqlBool> => {
    const isPublic = eb.and([eb("material.class", "=", "public"), eb("workshop.state", "<>", "draft")]);
    const isThere = eb.and([eb("material.removedAt", "is", null), eb("file.erasedAt", "is", null)]);
    return eb.and([isThere, who ? eb.or([isPublic, isForSeated(eb, who.personId), reached(eb, who.reach)]) : isPublic]);
  };

/** Of a workshop in which somebody holds a seat. */
const isForSeated = (eb: ExpressionBuilder<Schema, Joined>, personId: Id<"person">) =>
  eb.and([
    eb("material.class", "in", ["participants", "confidential"]),
    eb.exists(
      eb
        .selectFrom("enrolment")
        .select("enrolment.id")
        .whereRef("enrolment.workshopId", "=", "material.workshopId")
        .where("enrolment.personId", "=", personId)
        .where("enrolment.state", "in", [...seatedStates]),
    ),
  ]);

const reached = (eb: ExpressionBuilder<Schema, Joined>, reach: Reach) =>
  withinReach(reach)(eb as unknown as ExpressionBuilder<Schema, "workshop">);

const columns = [
  "material.id",
  "material.workshopId",
  "material.number",
  "material.sessionId",
  "material.position",
  "material.language",
  "material.title",
  "material.class",
  "material.versionCount",
  "material.removedAt",
  "materialVersion.id as versionId",
  "materialVersion.number as version",
  "materialVersion.addedAt",
  "materialVersion.addedBy",
  "file.id as fileId",
  "file.name",
  "file.type",
  "file.sizeBytes",
  "file.sha256",
  "file.place",
  "file.erasedAt",
] as const;

const rows = (db: Reader) =>
  db
    .selectFrom("material")
    .innerJoin("workshop", "workshop.id", "material.workshopId")
    .innerJoin("materialVersion", "materialVersion.materialId", "material.id")
    .innerJoin("file", "file.id", "materialVersion.fileId")
    .select(columns);

/** With the version that is shown. */
const shown = (db: Reader) => rows(db).whereRef("materialVersion.number", "=", "material.versionCount");

export type Material = Awaited<ReturnType<ReturnType<typeof shown>["execute"]>>[number];

/** What somebody may have of some workshops, in its order. */
export async function listMaterials(db: Reader, workshopIds: Id<"workshop">[], who: Looking): Promise<Material[]> {
  if (!workshopIds.length) return [];
  return shown(db)
    .where("material.workshopId", "in", workshopIds)
    .where(visibleTo(who))
    .orderBy("material.position")
    .orderBy("material.number")
    .execute();
}

type Named = { code: string; number: number };

/** A material by its address, as it is shown to somebody; null where it is not for them. */
export async function findMaterial(db: Reader, { code, number }: Named, who: Looking): Promise<Material | null> {
  const found = await shown(db)
    .where("workshop.code", "=", code.toUpperCase())
    .where("material.number", "=", number)
    .where(visibleTo(who))
    .executeTakeFirst();
  return found ?? null;
}

/** All that a workshop has or has had, for those who keep it. */
export const listKept = (db: Reader, workshopId: Id<"workshop">): Promise<Material[]> =>
  shown(db)
    .where("material.workshopId", "=", workshopId)
    .orderBy("material.position")
    .orderBy("material.number")
    .execute();

/** One of them, also where it was removed. */
export async function findKept(db: Reader, workshopId: Id<"workshop">, number: number): Promise<Material | null> {
  const found = await shown(db)
    .where("material.workshopId", "=", workshopId)
    .where("material.number", "=", number)
    .executeTakeFirst();
  return found ?? null;
}

/** Each version of a material, the latest first. */
export const listVersions = (db: Reader, id: Id<"material">): Promise<Material[]> =>
  rows(db).where("material.id", "=", id).orderBy("materialVersion.number", "desc").execute();

export async function findVersion(db: Reader, id: Id<"material">, version: number): Promise<Material | null> {
  const found = await rows(db)
    .where("material.id", "=", id)
    .where("materialVersion.number", "=", version)
    .where("file.erasedAt", "is", null)
    .executeTakeFirst();
  return found ?? null;
}

/** The names of those who have added something, by their accounts. */
export async function listAdders(db: Reader, accountIds: Id<"account">[]) {
  if (!accountIds.length) return new Map<string, string>();
  const people = await db
    .selectFrom("account")
    .innerJoin("person", (join) => join.on(isHolder))
    .select(["account.id", "person.givenName", "person.familyName"])
    .where("account.id", "in", accountIds)
    .execute();
  return new Map<string, string>(people.map((one) => [one.id, `${one.givenName} ${one.familyName}`]));
}

/** How many copies a list shows. */
const mostCopies = 200;

/** Who has had copies of a material made for them, the latest first. */
export const listReadersCopies = (db: Reader, id: Id<"material">) =>
  copies(db).where("material.id", "=", id).orderBy("materialCopy.madeAt", "desc").limit(mostCopies).execute();

/** Whose copy it is that has this code on its pages. */
export async function findReadersCopy(db: Reader, workshopId: Id<"workshop">, code: string) {
  const found = await copies(db)
    .where("material.workshopId", "=", workshopId)
    .where("materialCopy.code", "=", code)
    .executeTakeFirst();
  return found ?? null;
}

const copies = (db: Reader) =>
  db
    .selectFrom("materialCopy")
    .innerJoin("materialVersion", "materialVersion.id", "materialCopy.versionId")
    .innerJoin("material", "material.id", "materialVersion.materialId")
    .innerJoin("account", "account.id", "materialCopy.accountId")
    .innerJoin("person", (join) => join.on(isHolder))
    .select([
      "materialCopy.code",
      "materialCopy.madeAt",
      "materialVersion.number as version",
      "material.number",
      "material.title",
      "material.language",
      "person.familyName",
      "person.givenName",
      "person.secondSurname",
      "person.nativeName",
      "person.kana",
      "person.latinName",
      "person.country",
      holderEmail.as("email"),
    ]);

/** The number and the place behind all others of a workshop. */
export const findLast = (db: Reader, workshopId: Id<"workshop">) =>
  db
    .selectFrom("material")
    .select(({ fn }) => [
      sql<number>`coalesce(${fn.max("number")}, 0)`.as("number"),
      sql<number>`coalesce(${fn.max("position")}, 0)`.as("position"),
    ])
    .where("workshopId", "=", workshopId)
    .executeTakeFirstOrThrow();

/** Of some files: what decides how long they are kept. */
export async function listKeeping(db: Reader, fileIds: Id<"file">[]) {
  if (!fileIds.length) return [];
  return db
    .selectFrom("materialVersion")
    .innerJoin("material", "material.id", "materialVersion.materialId")
    .innerJoin("workshop", "workshop.id", "material.workshopId")
    .select([
      "materialVersion.fileId",
      "materialVersion.materialId",
      "materialVersion.addedAt",
      "material.class",
      "material.removedAt",
      "workshop.endsOn",
    ])
    .where("materialVersion.fileId", "in", fileIds)
    .execute();
}

export async function listFileIds(db: Reader, materialIds: Id<"material">[]): Promise<Id<"file">[]> {
  if (!materialIds.length) return [];
  const found = await db
    .selectFrom("materialVersion")
    .select("fileId")
    .where("materialId", "in", materialIds)
    .execute();
  return found.map(({ fileId }) => fileId);
}

/** Which materials belong to some sessions. */
export async function listMaterialPlaces(db: Reader, sessionIds: readonly Id<"session">[]) {
  if (!sessionIds.length) return [];
  return db
    .selectFrom("material")
    .select(["id", "sessionId"])
    .where("sessionId", "in", [...sessionIds])
    .execute();
}
