import { accounts, isClaimed, withState } from "#app/accounts/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** The accounts of some people, with their roles as they are stored. */
export async function listDoubleAccounts(db: Reader, personIds: Id<"person">[]) {
  const rows = await accounts(db).select(isClaimed).where("account.personId", "in", personIds).execute();
  const grants = await listRoles(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...withState(row), grants: grants.filter(({ accountId }) => accountId === row.id) }));
}

async function listRoles(db: Reader, accountIds: Id<"account">[]) {
  if (!accountIds.length) return [];
  return db.selectFrom("roleGrant").selectAll().where("accountId", "in", accountIds).orderBy("id").execute();
}

/** The account of which one has become part: nobody signs in with that one. Null where it is used by itself. */
export async function findAccountMergedInto(db: Reader, id: Id<"account">): Promise<Id<"account"> | null> {
  const account = await db.selectFrom("account").select("mergedIntoId").where("id", "=", id).executeTakeFirst();
  return account?.mergedIntoId ?? null;
}

/** An account, and those that have become part of it: what was done with them is its holder's. */
export async function listAccountIdsOf(db: Reader, id: Id<"account">): Promise<Id<"account">[]> {
  const merged = await db.selectFrom("account").select("id").where("mergedIntoId", "=", id).execute();
  return [id, ...merged.map((account) => account.id)];
}

/** The merge of two people, as a letter tells of it. */
export async function findMergeLetter(db: Reader, id: Id<"personMerge">) {
  const merge = await db
    .selectFrom("personMerge")
    .select(["personId", "kept", "undoneAt"])
    .where("id", "=", id)
    .executeTakeFirst();
  return merge ?? null;
}
