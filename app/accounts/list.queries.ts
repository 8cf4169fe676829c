import { sql } from "kysely";
import type { Role } from "#app/access/permissions.ts";
import { type ByName, listByName } from "#app/people/search/by-name.queries.ts";
import { calledBy, type PersonCondition, sortColumn } from "#app/people/search/found.queries.ts";
import { wordsOf } from "#app/tables/search.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { accounts, isClaimed, withState } from "./queries.ts";

type AccountFilter = ByName<"account"> & { q: string; role: Role | null };

/** A page of accounts. Every word of `q` must begin a word of a name, in any spelling, or of the address. */
export async function listAccounts(db: Reader, { q, role, ...page }: AccountFilter) {
  const { ids, ...listed } = await listByName(db, {
    ...page,
    // of those alone who have an account: others have names and addresses too
    words: wordsOf(q).map((word) => calledBy(db, word, hasAccount)),
    others: role === null ? [] : [hasRole(db, role)],
    everybody: (most) => holders(db).limit(most).execute(),
    rows: (read) => withAccount(db)[read],
    rowId: "account.id",
    findKey: (id) =>
      db
        .selectFrom("account")
        .innerJoin("person", "person.id", "account.personId")
        .select([`${sortColumn(page.locale)} as sortedBy`, "person.id as personId"])
        .where("account.id", "=", id)
        .executeTakeFirst(),
  });
  return { ...listed, rows: await listRows(db, ids) };
}

const hasAccount: PersonCondition["isMet"] = (eb, personId) =>
  eb.exists(eb.selectFrom("account").select(sql.lit(1).as("one")).where("account.personId", "=", personId));

const holders = (db: Reader) =>
  db
    .selectFrom("account")
    .select(({ ref }) => ref("personId").$notNull().as("id"))
    .where("personId", "is not", null);

/** Along the names as a cross join, because SQLite keeps the order of its tables. */
const withAccount = (db: Reader) => ({
  "along names": db.selectFrom("person").crossJoin("account").whereRef("account.personId", "=", "person.id") as never,
  "of these": db.selectFrom("account").innerJoin("person", "person.id", "account.personId") as never,
});

/** In the order of their ids as they are given. */
async function listRows(db: Reader, ids: Id<"account">[]) {
  if (!ids.length) return [];
  const rows = await accounts(db).select(isClaimed).where("account.id", "in", ids).execute();
  const byId = new Map(rows.map((row) => [row.id, withState(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const hasRole = (db: Reader, role: Role): PersonCondition => {
  const matching = db
    .selectFrom("roleGrant")
    .innerJoin("account", "account.id", "roleGrant.accountId")
    .select(({ ref }) => ref("account.personId").$notNull().as("id"))
    .where("roleGrant.role", "=", role)
    .where("account.personId", "is not", null);
  return { matching, isMet: (eb, personId) => eb.exists(matching.where("account.personId", "=", personId)) };
};
