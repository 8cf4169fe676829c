import type { AliasableExpression, Expression, ExpressionBuilder, SelectQueryBuilder, SqlBool } from "kysely";
import { sql } from "kysely";
import type { Role } from "#app/access/permissions.ts";
import { isNamed, namesBeginning } from "#app/people/found.queries.ts";
import { countUpTo } from "#app/tables/count-up-to.queries.ts";
import { keyPage, type ListPlace, totalUpTo } from "#app/tables/key-paging.ts";
import { beginsWith, type Frequent, rarestFirst, wordsOf } from "#app/tables/search.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";
import { accountColumns, isClaimed, withState } from "./queries.ts";

const pageSize = 25;
/** So many are counted, and sorted once they have been found. */
const most = 1_000;

export type AccountFilter = { q: string; role: Role | null; place: ListPlace<"account"> };

type Around = ExpressionBuilder<Schema, "account" | "person">;

/** Something that accounts must meet: those that do, and whether one does. */
type Condition = {
  matching: AliasableExpression<{ id: Id<"account"> }>;
  holds: (eb: Around) => Expression<SqlBool>;
};

/**
 * A page of accounts by family name. Every word of `q` must begin a word of a name or of the address. Of very many that
 * do, a thousand are listed: another word finds the others.
 */
export async function listAccounts(db: Reader, { q, role, place }: AccountFilter) {
  const words = wordsOf(q).map((word) => isFoundBy(db, word));
  const conditions = [...words, ...(role === null ? [] : [hasRole(db, role)])];
  const ids = await listMatching(db, conditions);
  // of a role without words those of a long list stand anywhere in the order of names: it is read along that
  const isSorted = words.length > 0 || (role !== null && ids.length <= most);
  const within = isSorted ? sorted(db, ids.slice(0, most)) : alongNames(db, conditions);
  return { ...(await listPage(db, within, place)), total: totalUpTo(ids.length, most), isPart: words.length > 0 };
}

/** One more than are counted, at most: then there are more. */
async function listMatching(db: Reader, conditions: Condition[]): Promise<Id<"account">[]> {
  const [first, ...others] = await rarestFirst(conditions, ({ matching }) => countUpTo(db, matching));
  const rows = first
    ? await meeting(
        db,
        first,
        others.map(({ condition }) => condition),
      ).execute()
    : await db
        .selectFrom("account")
        .select("id")
        .limit(most + 1)
        .execute();
  return rows.map(({ id }) => id);
}

/** Few candidates are asked one by one; of many, it is quicker to find all others that meet a condition, too. */
const fewCandidates = 300;

const meeting = (db: Reader, { condition, count }: Frequent<Condition>, others: Condition[]) =>
  db
    .selectFrom(() => condition.matching.as("candidate"))
    .innerJoin("account", "account.id", "candidate.id")
    .innerJoin("person", "person.id", "account.personId")
    .select("account.id")
    .distinct()
    .where((eb) =>
      count > fewCandidates
        ? eb.and(others.map(({ matching }) => eb("account.id", "in", matching as never)))
        : meetingAll(others)(eb as unknown as Around),
    )
    .limit(most + 1);

const sorted = (db: Reader, ids: Id<"account">[]) =>
  db
    .selectFrom("account")
    .innerJoin("person", "person.id", "account.personId")
    .where((eb) => (ids.length ? eb("account.id", "in", ids) : eb.lit(false)));

/** As a cross join, because SQLite keeps the order of its tables. */
const alongNames = (db: Reader, conditions: Condition[]) =>
  db
    .selectFrom("person")
    .crossJoin("account")
    .whereRef("account.personId", "=", "person.id")
    .where(meetingAll(conditions));

/** Accounts from a place of the list on. Where the row at that place is gone, from the beginning. */
async function listPage(
  db: Reader,
  accounts: SelectQueryBuilder<Schema, "account" | "person", object>,
  place: ListPlace<"account">,
) {
  const key = place && (await findKey(db, place.id));
  const from = key ? place : null;
  const [direction, side] = from?.side === "before" ? (["desc", "<"] as const) : (["asc", ">"] as const);
  const rows = await accounts
    .$if(Boolean(key), (query) =>
      query.where(sql<SqlBool>`(person.sort_name, person.id) ${sql.raw(side)} (${key?.sortName}, ${key?.personId})`),
    )
    .select([...accountColumns, isClaimed])
    .orderBy("person.sortName", direction)
    .orderBy("person.id", direction)
    .limit(pageSize + 1)
    .execute();
  const page = keyPage(rows, pageSize, from);
  return { ...page, rows: page.rows.map(withState) };
}

const findKey = (db: Reader, id: Id<"account">) =>
  db
    .selectFrom("account")
    .innerJoin("person", "person.id", "account.personId")
    .select(["person.sortName", "account.personId"])
    .where("account.id", "=", id)
    .executeTakeFirst();

const meetingAll = (conditions: Condition[]) => (eb: Around) => eb.and(conditions.map(({ holds }) => holds(eb)));

const isFoundBy = (db: Reader, word: string): Condition => ({
  matching: namesBeginning(db, word)
    .innerJoin("account", "account.personId", "personWord.personId")
    .select("account.id as id")
    .unionAll(addressesBeginning(db, word).select("accountWord.accountId as id")),
  holds: (eb) =>
    eb.or([
      isNamed(word)(eb as never),
      eb.exists(
        addressesBeginning(db, word)
          .select("accountWord.word")
          .where("accountWord.accountId", "=", eb.ref("account.id")),
      ),
    ]),
});

const hasRole = (db: Reader, role: Role): Condition => ({
  matching: db.selectFrom("roleGrant").select("roleGrant.accountId as id").where("roleGrant.role", "=", role),
  holds: (eb) =>
    eb.exists(
      eb
        .selectFrom("roleGrant")
        .select("roleGrant.id")
        .whereRef("roleGrant.accountId", "=", "account.id")
        .where("roleGrant.role", "=", role),
    ),
});

const addressesBeginning = (db: Reader, word: string) =>
  db.selectFrom("accountWord").where((row) => beginsWith(row.ref("accountWord.word"), word));
