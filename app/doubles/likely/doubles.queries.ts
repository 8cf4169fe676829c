import { sql } from "kysely";
import type { Reach } from "#app/access/permissions.ts";
import { idsWithinReach } from "#app/enrolment/people/within-reach.queries.ts";
import { alikenessOf } from "#app/people/matching/keys.rules.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** So many keys that several people have are looked at: when those are dealt with, the others follow. */
const mostKeys = 400;
/** So many pairs stand on a page. */
const mostPairs = 50;
/** Of a name that very many have, each stands beside the first. */
const mostOfOne = 5;

type Pair = { ids: [Id<"person">, Id<"person">]; by: ("mail" | "name")[] };

/** Pairs within reach who may be one, and of whom nobody has said that they are two. Shared keys have an index. */
export async function listDoubles(db: Reader, reach: Reach): Promise<{ pairs: Pair[]; hasMore: boolean }> {
  const rows = await db
    .selectFrom("personKey")
    .select(["key", "personId"])
    .where("isShared", "=", sql.lit(1) as never)
    .$if(!reach.everywhere, (query) => query.where("personId", "in", idsWithinReach(db, reach)))
    .orderBy("key")
    .orderBy("personId")
    .limit(mostKeys)
    .execute();
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
