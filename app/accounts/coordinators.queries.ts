import type { Reader } from "#db/database.ts";

/** Who coordinates a programme or a workshop, with an account that is in use. */
export const listCoordinators = (db: Reader) =>
  db
    .selectFrom("roleGrant")
    .innerJoin("account", "account.id", "roleGrant.accountId")
    .innerJoin("person", "person.id", "account.personId")
    .select([
      "person.id",
      "person.familyName",
      "person.givenName",
      "person.secondSurname",
      "person.nativeName",
      "person.latinName",
      "person.kana",
      "roleGrant.programmeId",
      "roleGrant.workshopId",
    ])
    .where("roleGrant.role", "=", "coordinator")
    .where("account.disabledAt", "is", null)
    .execute();
