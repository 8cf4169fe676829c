import type { Owner } from "#app/access/actor.ts";
import type { Reader } from "#db/database.ts";

/** Everything kept about somebody's person, under the names that the database gives it. */
export const findOwnData = async (db: Reader, owner: Owner) => ({
  person: await findOwnPerson(db, owner),
  mergedRecords: await listOwnMerges(db, owner),
});

/** When another record of theirs was merged into this one. */
const listOwnMerges = (db: Reader, { personId }: Owner) =>
  db
    .selectFrom("personMerge")
    .select(["mergedAt", "undoneAt"])
    .where("personId", "=", personId)
    .orderBy("mergedAt")
    .execute();

async function findOwnPerson(db: Reader, { personId }: Owner) {
  const row = await db.selectFrom("person").selectAll().where("id", "=", personId).executeTakeFirst();
  if (!row) return undefined;
  // the names once more, written for sorting
  const { sortName: _, sortReading: __, ...person } = row;
  return person;
}
