import type { Role } from "#app/access/permissions.ts";
import type { Instant } from "#app/time/instant.ts";
import { localDate, plusLocalDays } from "#app/time/wall-time.ts";
import { isHolder } from "#db/account-holder.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** The account of an address with its roles, as long as its holder may sign in; null where there is none such. */
export async function findReviewerAccount(db: Reader, email: string) {
  const account = await db
    .selectFrom("account")
    .select(["id", "personId"])
    .where("email", "=", email)
    .where("disabledAt", "is", null)
    .where("personId", "is not", null)
    .executeTakeFirst();
  if (!account?.personId) return null;
  const grants = await db.selectFrom("roleGrant").select("role").where("accountId", "=", account.id).execute();
  return { id: account.id, personId: account.personId, roles: grants.map(({ role }): Role => role) };
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

/** One by their id; null where they no longer review. */
export async function findReviewerById(db: Reader, id: Id<"reviewer">) {
  const reviewer = await db
    .selectFrom("reviewer")
    .innerJoin("account", "account.id", "reviewer.accountId")
    .innerJoin("person", (join) => join.on(isHolder))
    .select(["reviewer.id", "reviewer.workshopId", "person.id as personId"])
    .where("reviewer.id", "=", id)
    .executeTakeFirst();
  return reviewer ?? null;
}

/** Workshops whose marks are wanted within some days, on whatever clock. */
export async function listDueReviews(db: Reader, at: Instant) {
  const today = localDate(at, "UTC");
  const rows = await db
    .selectFrom("reviewPlan")
    .innerJoin("workshop", "workshop.id", "reviewPlan.workshopId")
    .select(["reviewPlan.workshopId", "reviewPlan.dueOn", "workshop.zone"])
    .where("reviewPlan.dueOn", ">=", plusLocalDays(today, -1))
    .where("reviewPlan.dueOn", "<=", plusLocalDays(today, 4))
    .where("workshop.state", "<>", "cancelled")
    .orderBy("reviewPlan.workshopId")
    .execute();
  return rows.flatMap(({ dueOn, ...one }) => (dueOn === null ? [] : [{ ...one, dueOn }]));
}
