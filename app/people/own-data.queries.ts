import type { Owner } from "#app/access/actor.ts";
import type { Reader } from "#db/database.ts";

/** Everything kept about somebody's person, under the names that the database gives it. */
export const findOwnData = async (db: Reader, { personId }: Owner) => ({
  person: await db.selectFrom("person").selectAll().where("id", "=", personId).executeTakeFirst(),
});
