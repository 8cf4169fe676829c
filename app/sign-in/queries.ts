import type { Reader } from "#db/database.ts";

/** For signing in; an account that is disabled is as good as none. */
export async function findAccountByEmail(db: Reader, email: string) {
  const account = await db
    .selectFrom("account")
    .select(["id", "passwordHash", "personId"])
    .where("email", "=", email)
    .where("disabledAt", "is", null)
    .executeTakeFirst();
  return account ?? null;
}

export async function listRolesOf(db: Reader, accountId: string) {
  const rows = await db.selectFrom("roleGrant").select("role").where("accountId", "=", accountId).execute();
  return [...new Set(rows.map(({ role }) => role))];
}

export async function isWithoutAccounts(db: Reader): Promise<boolean> {
  return (await db.selectFrom("account").select("id").limit(1).executeTakeFirst()) === undefined;
}
