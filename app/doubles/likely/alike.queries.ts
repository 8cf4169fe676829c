import type { Reach } from "#app/access/permissions.ts";
import { isTakenIn } from "#app/enrolment/people/within-reach.queries.ts";
import { alikenessOf } from "#app/people/matching/keys.rules.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** More would not help whoever looks for one of them. */
const most = 8;

/** What a list shows of those who may be one. */
const columns = [
  "person.id",
  "person.familyName",
  "person.givenName",
  "person.secondSurname",
  "person.nativeName",
  "person.latinName",
  "person.institutionId",
  "person.post",
] as const;

/** Those within reach who have one of these keys, and by what they are alike. */
export async function listAlike(db: Reader, reach: Reach, keys: string[]) {
  if (!keys.length) return [];
  const rows = await withKeys(db, reach)
    .where("personKey.key", "in", keys)
    .limit(most * 4)
    .execute();
  return alike(rows).slice(0, most);
}

/** Those within reach who may be the same person as one of them, and of whom nobody has said that they are another. */
export async function listAlikeTo(db: Reader, reach: Reach, personId: Id<"person">) {
  const rows = await withKeys(db, reach)
    .where(
      "personKey.key",
      "in",
      db.selectFrom("personKey as own").select("own.key").where("own.personId", "=", personId),
    )
    .where("personKey.personId", "<>", personId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("personDistinct")
            .select("personDistinct.saidAt")
            .where("personDistinct.personId", "=", personId)
            .whereRef("personDistinct.otherId", "=", "personKey.personId"),
        ),
      ),
    )
    .limit(most * 4)
    .execute();
  return alike(rows).slice(0, most);
}

const withKeys = (db: Reader, reach: Reach) =>
  db
    .selectFrom("personKey")
    .innerJoin("person", "person.id", "personKey.personId")
    .select([...columns, "personKey.key"])
    .where((eb) => isTakenIn(reach)(eb as never, eb.ref("personKey.personId")))
    .orderBy("personKey.key")
    .orderBy("person.id");

type Row = Awaited<ReturnType<ReturnType<typeof withKeys>["execute"]>>[number];

/** Each once, whatever they have in common. */
function alike(rows: Row[]) {
  const people = Map.groupBy(rows, ({ id }) => id);
  return [...people.values()].map((own) => {
    const [{ key: _, ...person }] = own as [Row];
    return { ...person, by: [...new Set(own.map(({ key }) => alikenessOf(key)))] };
  });
}
