import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** Whom a focal point's list is compared with: nobody of another institution is ever told of. */
export const listPeopleOf = (db: Reader, institutionId: Id<"institution">) =>
  db
    .selectFrom("person")
    .leftJoin("account", "account.personId", "person.id")
    .select(["person.id", "person.familyName", "person.givenName", "person.secondSurname", "person.nativeName"])
    .select(["person.latinName", "person.kana", "person.institutionId", "person.email", "person.post"])
    .select("account.email as accountEmail")
    .where("person.institutionId", "=", institutionId)
    .orderBy("person.id")
    .execute();
