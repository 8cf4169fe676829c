import type { Owner } from "#app/access/actor.ts";
import type { Reader } from "#db/database.ts";

/**
 * What is kept of somebody as a nominee: where, by whom they were nominated, and what has become of it; and what they
 * have said of others as a reviewer. What reviewers have said of them is told to no nominee.
 */
export const findOwnData = async (db: Reader, owner: Owner) => ({
  nominations: await listOwnNominations(db, owner),
  nominationEvents: await listOwnEvents(db, owner),
  selectionDecisions: await listOwnDecisions(db, owner),
  reviewerOf: await listReviewerOf(db, owner),
  reviewsGiven: await listReviewsGiven(db, owner),
  reviewMarksGiven: await listMarksGiven(db, owner),
});

const listOwnNominations = (db: Reader, { personId }: Owner) =>
  db
    .selectFrom("nomination")
    .innerJoin("workshop", "workshop.id", "nomination.workshopId")
    .innerJoin("institution", "institution.id", "nomination.institutionId")
    .leftJoin("nominationLetter", "nominationLetter.id", "nomination.letterId")
    .select(["workshop.code as workshop", "institution.code as institution", "nomination.state", "nomination.begunBy"])
    .select(["nomination.withdrawnBy", "nomination.because", "nomination.correctByOn"])
    .select(["nomination.createdAt", "nomination.changedAt", "nominationLetter.signedOn as letterSignedOn"])
    .where("nomination.personId", "=", personId)
    .orderBy("nomination.createdAt")
    .execute();

const listOwnEvents = (db: Reader, { personId }: Owner) =>
  db
    .selectFrom("nominationEvent")
    .innerJoin("nomination", "nomination.id", "nominationEvent.nominationId")
    .innerJoin("workshop", "workshop.id", "nomination.workshopId")
    .select(["workshop.code as workshop", "nominationEvent.fromState", "nominationEvent.toState"])
    .select(["nominationEvent.who", "nominationEvent.at", "nominationEvent.reason"])
    .where("nomination.personId", "=", personId)
    .orderBy("nominationEvent.at")
    .execute();

/** What was announced to them. A draft is nobody's yet, and what coordinators note for themselves stays theirs. */
const listOwnDecisions = (db: Reader, { personId }: Owner) =>
  db
    .selectFrom("selectionDecision")
    .innerJoin("selectionRound", "selectionRound.id", "selectionDecision.roundId")
    .innerJoin("nomination", "nomination.id", "selectionDecision.nominationId")
    .innerJoin("workshop", "workshop.id", "selectionDecision.workshopId")
    .select(["workshop.code as workshop", "selectionDecision.decision", "selectionDecision.reserveOrder"])
    .select(["selectionDecision.because", "selectionDecision.eligibility", "selectionRound.announcedAt"])
    .where("nomination.personId", "=", personId)
    .orderBy("selectionRound.announcedAt")
    .execute();

const listReviewerOf = (db: Reader, { accountIds }: Owner) =>
  db
    .selectFrom("reviewer")
    .innerJoin("workshop", "workshop.id", "reviewer.workshopId")
    .select(["workshop.code as workshop", "reviewer.isForAll", "reviewer.namedAt"])
    .where("reviewer.accountId", "in", accountIds)
    .orderBy("reviewer.namedAt")
    .execute();

/** The nominee stands there by an id: whose it is, is that person's. */
const listReviewsGiven = (db: Reader, { accountIds }: Owner) =>
  db
    .selectFrom("review")
    .innerJoin("reviewer", "reviewer.id", "review.reviewerId")
    .innerJoin("workshop", "workshop.id", "reviewer.workshopId")
    .select(["workshop.code as workshop", "review.nominationId as nomination", "review.state"])
    .select(["review.recusedBecause", "review.reason", "review.sentAt", "review.changedAt"])
    .where("reviewer.accountId", "in", accountIds)
    .orderBy("review.changedAt")
    .execute();

const listMarksGiven = (db: Reader, { accountIds }: Owner) =>
  db
    .selectFrom("reviewMark")
    .innerJoin("review", "review.id", "reviewMark.reviewId")
    .innerJoin("reviewer", "reviewer.id", "review.reviewerId")
    .innerJoin("reviewCriterion", "reviewCriterion.id", "reviewMark.criterionId")
    .select(["review.nominationId as nomination", "reviewCriterion.position as criterion"])
    .select(["reviewMark.mark", "reviewMark.note"])
    .where("reviewer.accountId", "in", accountIds)
    .orderBy("review.id")
    .orderBy("reviewCriterion.position")
    .execute();
