import { isHolder } from "#db/account-holder.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** An account, and those that have become part of it. */
const ofAccount = (db: Reader, accountId: Id<"account">) =>
  db
    .selectFrom("reviewer")
    .innerJoin("account", "account.id", "reviewer.accountId")
    .where((eb) => eb.or([eb("account.id", "=", accountId), eb("account.mergedIntoId", "=", accountId)]));

/** The workshops for which somebody reviews, the latest first. */
export const listReviewedWorkshops = (db: Reader, accountId: Id<"account">) =>
  ofAccount(db, accountId)
    .innerJoin("workshop", "workshop.id", "reviewer.workshopId")
    .select(["reviewer.id as reviewerId", "workshop.id"])
    .where("workshop.state", "<>", "cancelled")
    .orderBy("workshop.startsOn", "desc")
    .orderBy("workshop.id")
    .execute();

/** As whom somebody reviews for a workshop; null where they do not. */
export async function findReviewerId(db: Reader, accountId: Id<"account">, code: string) {
  const reviewer = await ofAccount(db, accountId)
    .innerJoin("workshop", "workshop.id", "reviewer.workshopId")
    .select(["reviewer.id", "reviewer.workshopId"])
    .where("workshop.code", "=", code.toUpperCase())
    .where("workshop.state", "<>", "cancelled")
    .orderBy("reviewer.id")
    .executeTakeFirst();
  return reviewer ?? null;
}

/** All that is owed by somebody: nominees about whom it is still open what becomes of them, by workshop. */
export const listOpenJudged = (db: Reader, workshopIds: readonly Id<"workshop">[]) =>
  db
    .selectFrom("nomination")
    .innerJoin("person", "person.id", "nomination.personId")
    .select(["nomination.id", "nomination.workshopId", "nomination.personId", "nomination.institutionId"])
    .select("person.institutionId as homeInstitutionId")
    .where("nomination.workshopId", "in", [...workshopIds])
    .where("nomination.state", "=", "endorsed")
    // whoever shall take a seat that was given is decided on by the host alone
    .where("nomination.inPlaceOfId", "is", null)
    .execute();

/** What these reviewers have begun, or were asked by name. */
export const listReviewsBy = (db: Reader, reviewerIds: readonly Id<"reviewer">[]) =>
  db
    .selectFrom("review")
    .select(["nominationId", "reviewerId", "state", "recusedBecause"])
    .where("reviewerId", "in", [...reviewerIds])
    .execute();

/** Those of them who review everybody. */
export const listReviewPlaces = (db: Reader, reviewerIds: readonly Id<"reviewer">[]) =>
  db
    .selectFrom("reviewer")
    .innerJoin("account", "account.id", "reviewer.accountId")
    .innerJoin("person", (join) => join.on(isHolder))
    .leftJoin("reviewPlan", "reviewPlan.workshopId", "reviewer.workshopId")
    .select(["reviewer.id", "reviewer.workshopId", "reviewer.isForAll", "reviewPlan.dueOn"])
    .select(["reviewPlan.scale", "person.id as personId", "person.institutionId"])
    .where("reviewer.id", "in", [...reviewerIds])
    .execute();
