import { sql } from "kysely";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** The account that signs in, with its password's hash if it has one. @returns null where it is disabled */
export async function findAccountByEmail(db: Reader, email: string) {
  const account = await db
    .selectFrom("account")
    .leftJoin("credential", (join) =>
      join.onRef("credential.accountId", "=", "account.id").on("credential.kind", "=", sql.lit("password")),
    )
    .select(["account.id", "credential.secret as passwordHash"])
    .select(({ ref }) => ref("account.personId").$notNull().as("personId"))
    .where("account.email", "=", email)
    .where("account.disabledAt", "is", null)
    .executeTakeFirst();
  return account ?? null;
}

/** Whether some password is still hashed as it was until November 2026. */
export async function isAnyHashOfFormerKind(db: Reader): Promise<boolean> {
  const row = await db
    .selectFrom("credential")
    .select("id")
    // as the index has it: it holds these alone, and is empty in the end
    .where(sql<boolean>`secret like 'scrypt$%'`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether somebody may sign in to an account with this address. */
export async function isEnabled(
  db: Reader,
  { accountId, email }: { accountId: Id<"account">; email: string },
): Promise<boolean> {
  const account = await db
    .selectFrom("account")
    .select("id")
    .where("id", "=", accountId)
    .where("email", "=", email)
    .where("disabledAt", "is", null)
    .executeTakeFirst();
  return account !== undefined;
}

export async function listRolesOf(db: Reader, accountId: Id<"account">) {
  const rows = await db.selectFrom("roleGrant").select("role").where("accountId", "=", accountId).execute();
  return [...new Set(rows.map(({ role }) => role))];
}

export async function isWithoutAccounts(db: Reader): Promise<boolean> {
  return (await db.selectFrom("account").select("id").limit(1).executeTakeFirst()) === undefined;
}
