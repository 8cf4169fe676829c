import { isUnfailed, type Judgements } from "#app/nominations/selection/proposal.rules.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { inTenths, meanMark } from "./mark-numbers.rules.ts";
import {
  findReviewPlan,
  type JudgedNominee,
  listJudged,
  listOpenMarks,
  listReviewers,
  listReviews,
  type Reviewer,
  type ReviewMarks,
  type ReviewPlan,
  type StoredReview,
} from "./queries.ts";
import {
  areMarksOpen,
  differenceOf,
  isScored,
  type JudgeStanding,
  judgeStanding,
  meanOf,
  needsThird,
  percentOfScore,
  placesOf,
  type Score,
  scoreOf,
} from "./rules.ts";

type Own = JudgeStanding & { reviewer: Reviewer; review: StoredReview | null; isOpened: boolean };

/** What is known of one nominee's review. Marks and scores are there once all are in. */
export type NomineeReview = {
  nominee: JudgedNominee;
  reviews: Own[];
  isOpen: boolean;
  /** Of those whose marks count, by reviewer. */
  marks: Map<Id<"reviewer">, ReviewMarks>;
  scores: Map<Id<"reviewer">, Score>;
  mean: Score | null;
  difference: number | null;
  needsThird: boolean;
};

/**
 * Everybody about whom a workshop decides, who judges them, and how far that is. Marks are read where they are open.
 * @param seenBy for one reviewer: nothing is read of others' marks but about those whom they have judged themselves
 */
export async function readReviews(db: Reader, workshopId: Id<"workshop">, seenBy?: Id<"reviewer">) {
  const plan = await findReviewPlan(db, workshopId);
  const reviewers = await listReviewers(db, workshopId);
  const nominees = await listJudged(db, workshopId);
  const stored = await listReviews(db, workshopId);
  const byNominee = Map.groupBy(stored, ({ nominationId }) => nominationId);
  const of = (nominee: JudgedNominee) => {
    const kept = byNominee.get(nominee.id) ?? [];
    const own = new Map(kept.map((one) => [one.reviewerId, one]));
    const wasOpened = kept.some(({ openedAt }) => openedAt !== null);
    return reviewers.flatMap((reviewer): Own[] => {
      const review = own.get(reviewer.id) ?? null;
      const standing = judgeStanding(reviewer, nominee, review ?? undefined, wasOpened);
      return standing ? [{ ...standing, reviewer, review, isOpened: review?.openedAt != null }] : [];
    });
  };
  const standings = nominees.map((nominee) => {
    const reviews = of(nominee);
    const isTheirs = seenBy === undefined || reviews.some((one) => one.reviewerId === seenBy && one.state === "sent");
    return { nominee, reviews, isOpen: plan !== null && isTheirs && areMarksOpen(reviews) };
  });
  const marks = await listOpenMarks(
    db,
    standings.flatMap(({ nominee, isOpen }) => (isOpen ? [nominee.id] : [])),
  );
  const all = standings.map((one) => whole(one, plan, marks));
  const means = new Map(all.flatMap(({ nominee, mean }) => (mean ? [[nominee.id, mean] as const] : [])));
  return { plan, reviewers, nominees: all, places: placesOf(means) };
}

/** What has come of the review of each nominee so far: nothing of those whose marks are hidden. */
export async function reviewScores(db: Reader, workshopId: Id<"workshop">) {
  const { plan, reviewers, nominees, places } = await readReviews(db, workshopId);
  const results = nominees.map((one) => {
    const { nominee, mean, needsThird } = one;
    const score = mean && inTenths(percentOfScore(mean));
    return [nominee.id, { score, place: places.get(nominee.id) ?? null, needsThird }] as const;
  });
  return { plan, reviewers, nominees, of: new Map(results), judgements: judgementsOf(plan, nominees) };
}

/** Of those whose marks are all in: their score, and whether a criterion keeps them out. */
function judgementsOf(plan: ReviewPlan | null, nominees: readonly NomineeReview[]): Judgements {
  const weighted = plan?.criteria.filter(({ weight }) => weight !== null) ?? [];
  const of = ({ nominee, marks, mean }: NomineeReview) => {
    if (!plan || !mean) return [];
    const means = weighted.map(
      ({ id }) => meanMark([...marks.values()].flatMap((own) => own.marks.get(id) ?? [])) ?? 0,
    );
    const judgement = { score: percentOfScore(mean), isUnfailed: isUnfailed(means, plan.scale) };
    return [[nominee.id, judgement] as const];
  };
  return new Map(nominees.flatMap(of));
}

export type ReadReviews = Awaited<ReturnType<typeof readReviews>>;

function whole(
  { nominee, reviews, isOpen }: Pick<NomineeReview, "nominee" | "reviews" | "isOpen">,
  plan: ReviewPlan | null,
  all: ReadonlyMap<Id<"review">, ReviewMarks>,
): NomineeReview {
  const marks = new Map<Id<"reviewer">, ReviewMarks>();
  const scores = new Map<Id<"reviewer">, Score>();
  for (const { reviewerId, review, state } of reviews) {
    const own = review && state === "sent" ? all.get(review.id) : undefined;
    if (!isOpen || !plan || !own) continue;
    marks.set(reviewerId, own);
    const score = scoreOf(plan.criteria, plan.scale, own.marks);
    if (score) scores.set(reviewerId, score);
  }
  const each = [...scores.values()];
  return {
    ...{ nominee, reviews, isOpen, marks, scores },
    // while somebody is still awaited, what the others gave is shown and does not count
    mean: isScored(reviews) ? meanOf(each) : null,
    difference: each.length > 1 ? differenceOf(each) : null,
    needsThird: plan !== null && isOpen && needsThird(reviews, each, plan.mostDifference),
  };
}
