import { expressionBuilder } from "kysely";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";

/** What somebody sees and changes of themselves. */
export async function findProfile(db: Reader, personId: Id<"person">) {
  const person = await db
    .selectFrom("person")
    .select(["familyName", "givenName", "secondSurname", "nativeName", "kana", "latinName"])
    .select(["certificateName", "certificateSecondName", "nameConfirmedAt"])
    .select(["institutionId", "post", "postLevel", "sex", "email", "country", "locale", "zone"])
    .where("id", "=", personId)
    .executeTakeFirst();
  return person ?? null;
}

/** Where somebody works, and as what, as values to write: an enrolment keeps it as it is then. */
export const placeOfWork = (personId: Id<"person">) => {
  const person = expressionBuilder<Schema>().selectFrom("person").where("id", "=", personId);
  return {
    institutionId: person.select("institutionId"),
    post: person.select("post"),
    postLevel: person.select("postLevel"),
  };
};

/** Whether somebody has said how certificates print their name. */
export async function isNameConfirmed(db: Reader, personId: Id<"person">): Promise<boolean> {
  const person = await db.selectFrom("person").select("nameConfirmedAt").where("id", "=", personId).executeTakeFirst();
  return Boolean(person?.nameConfirmedAt);
}

/** How many of somebody's certificates are valid: they keep the name that was confirmed before. */
export async function countOwnCertificates(db: Reader, personId: Id<"person">): Promise<number> {
  const { count } = await db
    .selectFrom("certificate")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("personId", "=", personId)
    .where("status", "=", "valid")
    .executeTakeFirstOrThrow();
  return count;
}

export async function listNames(db: Reader, personIds: Id<"person">[]) {
  if (!personIds.length) return [];
  return db
    .selectFrom("person")
    .select(["id", "familyName", "givenName", "secondSurname", "nativeName", "latinName", "country"])
    .where("id", "in", personIds)
    .execute();
}

/** Whoever was added last; null where there is nobody. */
export async function findNewestId(db: Reader): Promise<Id<"person"> | null> {
  const { id } = await db
    .selectFrom("person")
    .select(({ fn }) => fn.max("id").as("id"))
    .executeTakeFirstOrThrow();
  return id;
}

/** How many people belong to each institution; one without people is left out. */
export async function countPeopleByInstitution(db: Reader): Promise<Map<Id<"institution">, number>> {
  const rows = await db
    .selectFrom("person")
    .select(["institutionId", ({ fn }) => fn.countAll<number>().as("people")])
    .where("institutionId", "is not", null)
    .groupBy("institutionId")
    .execute();
  return new Map(rows.map(({ institutionId, people }) => [institutionId as Id<"institution">, people]));
}
