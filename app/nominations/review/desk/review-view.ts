import { institutionNames } from "#app/institutions/institution-names.ts";
import { type ShownName, shownName } from "#app/people/names.ts";
import type { Localised } from "#app/ui/local-text.tsx";
import type { Reading } from "#app/web/doors/door.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Id } from "#db/id.ts";
import { criteriaView } from "../criteria/criteria-view.ts";
import { inTenths, meanMark } from "../mark-numbers.rules.ts";
import type { WholeCriterion } from "../queries.ts";
import { type NomineeReview, type ReadReviews, readReviews } from "../reviewing.ts";
import { isActive, missingReviewers, owesReview, percentOfScore } from "../rules.ts";

type Visit = Pick<Reading, "db" | "locale">;

/** Everybody's review, as the page and its files show it. */
export async function readDeskReview(visit: Visit, workshop: Workshop) {
  const { db, locale } = visit;
  const read = await readReviews(db, workshop.id);
  const institutionOf = await institutionNames(db, workshop.startsOn, locale);
  const plan = read.plan && criteriaView(read.plan, locale);
  return {
    read,
    plan,
    institutionOf,
    rows: read.nominees.map((one) => reviewRow(one, read, { workshop, institutionOf })),
  };
}

type Words = { workshop: Pick<Workshop, "code">; institutionOf: (id: Id<"institution"> | null) => Localised };

export type ReviewRow = {
  id: Id<"nomination">;
  code: string;
  name: ShownName;
  sender: Localised;
  rank: number;
  /** How many have sent, of how many that have to; how many are missing altogether, and were recused. */
  sent: number;
  asked: number;
  missing: number;
  recused: number;
  isOpen: boolean;
  needsThird: boolean;
  score: number | null;
  place: number | null;
  difference: number | null;
  /** Questions that somebody has answered with no. */
  failed: number;
  means: (number | null)[];
  scores: { reviewerId: Id<"reviewer">; score: number }[];
  /** What each has given, criterion by criterion. */
  given: { reviewerId: Id<"reviewer">; marks: (number | null)[] }[];
};

function reviewRow(one: NomineeReview, { plan, places }: ReadReviews, { workshop, institutionOf }: Words): ReviewRow {
  const { nominee, reviews, mean, difference, isOpen } = one;
  const active = reviews.filter(isActive);
  const criteria = plan?.criteria ?? [];
  return {
    ...{ id: nominee.id, code: workshop.code, rank: nominee.rank, name: shownName(nominee) },
    sender: institutionOf(nominee.institutionId),
    sent: active.filter(({ state }) => state === "sent").length,
    asked: active.length,
    missing: missingReviewers(reviews),
    recused: reviews.length - active.length,
    ...{ isOpen, needsThird: one.needsThird },
    score: mean && inTenths(percentOfScore(mean)),
    place: places.get(nominee.id) ?? null,
    difference: difference === null ? null : inTenths(difference),
    failed: criteria.filter((criterion) => criterion.weight === null && marksOf(one, criterion).includes(0)).length,
    means: criteria.map((criterion) => meanMark(marksOf(one, criterion))),
    given: [...one.marks].map(([reviewerId, { marks }]) => ({
      reviewerId,
      marks: criteria.map(({ id }) => marks.get(id) ?? null),
    })),
    scores: [...one.scores].map(([reviewerId, score]) => ({ reviewerId, score: inTenths(percentOfScore(score)) })),
  };
}

/** What everybody whose marks count has given for a criterion. */
export const marksOf = ({ marks }: NomineeReview, { id }: Pick<WholeCriterion, "id">): number[] =>
  [...marks.values()].flatMap((own) => own.marks.get(id) ?? []);

/** Who reviews, how much of it they owe, and whether they can still be let go. */
export function reviewerViews({ read, institutionOf }: Awaited<ReturnType<typeof readDeskReview>>) {
  return read.reviewers.map((reviewer) => {
    const all = read.nominees.flatMap(({ nominee, reviews }) =>
      reviews.filter(({ reviewerId }) => reviewerId === reviewer.id).map((one) => ({ ...one, nominee })),
    );
    const own = all.filter(({ nominee }) => nominee.state === "endorsed");
    return {
      ...{ id: reviewer.id, isForAll: reviewer.isForAll, name: shownName(reviewer) },
      institution: institutionOf(reviewer.institutionId),
      sent: own.filter(({ state }) => state === "sent").length,
      owed: own.filter(owesReview).length,
      recused: own.filter((one) => !isActive(one)).length,
      hasBegun: all.some(({ review }) => review !== null && review.state !== "asked"),
    };
  });
}

export type ReviewerView = ReturnType<typeof reviewerViews>[number];
