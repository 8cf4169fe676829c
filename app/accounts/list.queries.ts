import type { SelectQueryBuilder, SqlBool } from "kysely";
import { sql } from "kysely";
import type { Role } from "#app/access/permissions.ts";
import type { Locale } from "#app/i18n/locales.ts";
import {
  addressesBeginning,
  addressesOf,
  listMeeting,
  namesBeginning,
  namesOf,
  type PersonCondition,
  sortColumn,
} from "#app/people/found.queries.ts";
import { type ListPlace, readPage, totalUpTo } from "#app/tables/key-paging.ts";
import { wordsOf } from "#app/tables/search.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";
import { accounts, isClaimed, withState } from "./queries.ts";

const pageSize = 25;
/** So many are counted, and sorted once they have been found. */
const most = 1_000;

export type AccountFilter = {
  q: string;
  role: Role | null;
  place: ListPlace<"account">;
  locale: Locale;
  /** How many are read at once. */
  size?: number;
};

/**
 * A page of accounts by family name. Every word of `q` must begin a word of a name or of the address. Of very many that
 * do, a thousand are listed: another word finds the others.
 */
export async function listAccounts(db: Reader, { q, role, place, locale, size = pageSize }: AccountFilter) {
  const words = wordsOf(q).map((word) => isFoundBy(db, word));
  const conditions = [...words, ...(role === null ? [] : [hasRole(db, role)])];
  const people = await listMatching(db, conditions);
  // of a role without words those of a long list stand anywhere in the order of names: it is read along that
  const isSorted = words.length > 0 || (role !== null && people.length <= most);
  const within = isSorted ? sorted(db, people.slice(0, most)) : alongNames(db, conditions);
  const total = totalUpTo(people.length, most);
  return { ...(await listPage(db, within, { place, locale, size })), total, isPart: words.length > 0 && total.isMore };
}

/** One more than are counted, at most: then there are more. */
async function listMatching(db: Reader, conditions: PersonCondition[]): Promise<Id<"person">[]> {
  if (conditions.length) return listMeeting(db, conditions, most + 1);
  const rows = await db
    .selectFrom("account")
    .select(({ ref }) => ref("personId").$notNull().as("id"))
    .where("personId", "is not", null)
    .limit(most + 1)
    .execute();
  return rows.map(({ id }) => id);
}

const sorted = (db: Reader, people: Id<"person">[]) =>
  db
    .selectFrom("account")
    .innerJoin("person", "person.id", "account.personId")
    .where((eb) => (people.length ? eb("account.personId", "in", people) : eb.lit(false)));

/** As a cross join, because SQLite keeps the order of its tables. */
const alongNames = (db: Reader, conditions: PersonCondition[]) =>
  db
    .selectFrom("person")
    .crossJoin("account")
    .whereRef("account.personId", "=", "person.id")
    .where((eb) => eb.and(conditions.map(({ isMet }) => isMet(eb as never, eb.ref("person.id")))));

async function listPage(
  db: Reader,
  accounts: SelectQueryBuilder<Schema, "account" | "person", object>,
  { place, locale, size }: Pick<AccountFilter, "place" | "locale"> & { size: number },
) {
  const page = await readPage(place, size, {
    findKey: (id) => findKey(db, id, locale),
    read: (from, limit) => {
      const [direction, side] = from?.isBack ? (["desc", "<"] as const) : (["asc", ">"] as const);
      // without the rest: a database carries along what it sorts
      return accounts
        .$if(from !== null, (query) =>
          query.where(
            sql<SqlBool>`(${sql.ref(sortColumn(locale))}, person.id) ${sql.raw(side)}
              (${from?.key.sortedBy}, ${from?.key.personId})`,
          ),
        )
        .select("account.id")
        .orderBy(sortColumn(locale), direction)
        .orderBy("person.id", direction)
        .limit(limit)
        .execute();
    },
  });
  const ids = page.rows.map(({ id }) => id);
  return { ...page, rows: await listRows(db, ids) };
}

/** In the order of their ids as they are given. */
async function listRows(db: Reader, ids: Id<"account">[]) {
  if (!ids.length) return [];
  const rows = await accounts(db).select(isClaimed).where("account.id", "in", ids).execute();
  const byId = new Map(rows.map((row) => [row.id, withState(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const findKey = (db: Reader, id: Id<"account">, locale: Locale) =>
  db
    .selectFrom("account")
    .innerJoin("person", "person.id", "account.personId")
    .select([`${sortColumn(locale)} as sortedBy`, "person.id as personId"])
    .where("account.id", "=", id)
    .executeTakeFirst();

/** Of those alone who have an account: others have names and addresses too. */
const isFoundBy = (db: Reader, typed: string): PersonCondition => ({
  matching: namesBeginning(db, typed)
    .innerJoin("account", "account.personId", "personWord.personId")
    .select("personWord.personId as id")
    .unionAll(
      addressesBeginning(db, typed)
        .innerJoin("account", "account.personId", "addressWord.personId")
        .select("addressWord.personId as id"),
    ),
  isMet: (eb, personId) =>
    eb.or([eb.exists(namesOf(db, personId, typed)), eb.exists(addressesOf(db, personId, typed))]),
});

const hasRole = (db: Reader, role: Role): PersonCondition => {
  const holders = db
    .selectFrom("roleGrant")
    .innerJoin("account", "account.id", "roleGrant.accountId")
    .select(({ ref }) => ref("account.personId").$notNull().as("id"))
    .where("roleGrant.role", "=", role);
  return { matching: holders, isMet: (eb, personId) => eb.exists(holders.where("account.personId", "=", personId)) };
};
