import type { Owner } from "#app/access/actor.ts";
import type { Reader } from "#db/database.ts";

/** The programmes on whose lists somebody is. */
export const findOwnData = async (db: Reader, { personId }: Owner) => ({
  programmeLists: await db
    .selectFrom("programmePerson")
    .innerJoin("programme", "programme.id", "programmePerson.programmeId")
    .select(["programme.code as programme", "programmePerson.addedAt"])
    .where("programmePerson.personId", "=", personId)
    .orderBy("programmePerson.addedAt")
    .execute(),
});
