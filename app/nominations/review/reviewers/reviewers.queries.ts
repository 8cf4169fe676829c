import type { Role } from "#app/access/permissions.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** The account of an address with its roles, as long as its holder may sign in; null where there is none such. */
export async function findReviewerAccount(db: Reader, email: string) {
  const account = await db
    .selectFrom("account")
    .select("id")
    .where("email", "=", email)
    .where("disabledAt", "is", null)
    .where("personId", "is not", null)
    .executeTakeFirst();
  if (!account) return null;
  const grants = await db.selectFrom("roleGrant").select("role").where("accountId", "=", account.id).execute();
  return { id: account.id, roles: grants.map(({ role }): Role => role) };
}

/** Whether somebody has written, sent or been recused from anything: then their name stays. */
export async function isReviewing(db: Reader, reviewerId: Id<"reviewer">): Promise<boolean> {
  const begun = await db
    .selectFrom("review")
    .select("id")
    .where("reviewerId", "=", reviewerId)
    .where("state", "<>", "asked")
    .limit(1)
    .executeTakeFirst();
  return begun !== undefined;
}
