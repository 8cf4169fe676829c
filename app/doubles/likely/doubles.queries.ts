import { sql } from "kysely";
import type { Reach } from "#app/access/permissions.ts";
import { idsWithinReach, isTakenIn } from "#app/enrolment/people/within-reach.queries.ts";
import { alikenessOf } from "#app/people/matching/keys.rules.ts";
import { countUpTo } from "#app/tables/count-up-to.queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** So many keys that several people have are looked at: when those are dealt with, the others follow. */
const mostKeys = 400;
/** So many pairs stand on a page. */
const mostPairs = 50;
/** Of a name that very many have, each stands beside the first. */
const mostOfOne = 5;
/** The keys of so few people are read one by one; of more, every second or third shared key is theirs. */
const fewPeople = 1_000;

type Pair = { ids: [Id<"person">, Id<"person">]; by: ("mail" | "name")[] };

/**
 * Pairs within reach who may be one, and of whom nobody has said that they are two.
 * @param few how many people are so few that their own keys are read
 */
export async function listDoubles(
  db: Reader,
  reach: Reach,
  few: number = fewPeople,
): Promise<{ pairs: Pair[]; hasMore: boolean }> {
  const rows = await listSharedKeys(db, reach, few);
  const pairs = new Map<string, Pair>();
  for (const [key, own] of Map.groupBy(rows, (row) => row.key)) {
    const [first, ...others] = own.map(({ personId }) => personId);
    for (const other of others.slice(0, mostOfOne)) {
      const ids = [first as Id<"person">, other].toSorted() as [Id<"person">, Id<"person">];
      const pair = pairs.get(ids.join()) ?? { ids, by: [] };
      pair.by = [...new Set([...pair.by, alikenessOf(key)])];
      pairs.set(ids.join(), pair);
    }
  }
  const apart = await listApart(
    db,
    [...pairs.values()].map(({ ids }) => ids[0]),
  );
  const open = [...pairs.values()].filter(({ ids }) => !apart.has(ids.join()));
  return { pairs: open.slice(0, mostPairs), hasMore: open.length > mostPairs || rows.length === mostKeys };
}

/** Keys that several people have, of those within reach: from few people to their keys, from a key to many people. */
async function listSharedKeys(db: Reader, reach: Reach, few: number) {
  const reached = idsWithinReach(db, reach);
  const isFew = !reach.everywhere && (await countUpTo(db, reached, few)) < few;
  const keys = isFew
    ? db
        .selectFrom(() => reached.as("candidate"))
        .crossJoin("personKey")
        .whereRef("personKey.personId", "=", "candidate.id")
        // the same key of somebody with two enrolments
        .distinct()
    : db.selectFrom("personKey").where((eb) => isTakenIn(reach)(eb as never, eb.ref("personKey.personId")));
  return keys
    .select(["personKey.key", "personKey.personId"])
    .where("personKey.isShared", "=", sql.lit(1) as never)
    .orderBy("personKey.key")
    .orderBy("personKey.personId")
    .limit(mostKeys)
    .execute();
}

/** Pairs of whom somebody has said that they are two. */
async function listApart(db: Reader, ids: Id<"person">[]): Promise<Set<string>> {
  if (!ids.length) return new Set();
  const rows = await db
    .selectFrom("personDistinct")
    .select(["personId", "otherId"])
    .where("personId", "in", [...new Set(ids)])
    .execute();
  return new Set(rows.map(({ personId, otherId }) => [personId, otherId].join()));
}

/** What a list of pairs shows of each. */
export async function listShown(db: Reader, ids: Id<"person">[]) {
  if (!ids.length) return [];
  return db
    .selectFrom("person")
    .leftJoin("account", "account.personId", "person.id")
    .select(["person.id", "person.familyName", "person.givenName", "person.secondSurname", "person.nativeName"])
    .select(["person.latinName", "person.institutionId", "person.post"])
    .select(({ fn }) => fn.coalesce("account.email", "person.email").as("email"))
    .where("person.id", "in", ids)
    .execute();
}
