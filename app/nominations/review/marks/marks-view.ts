import { shownName } from "#app/people/names.ts";
import type { Id } from "#db/id.ts";
import type { CriteriaView, CriterionView } from "../criteria/criteria-view.ts";
import { inTenths, meanMark } from "../mark-numbers.rules.ts";
import type { NomineeReview } from "../reviewing.ts";
import { percentOfScore } from "../rules.ts";

type Cell = { reviewerId: Id<"reviewer">; mark: number | null; note: string };
export type MarksRow = { criterion: CriterionView; cells: Cell[]; mean: number | null; spread: number | null };

/** What each reviewer has said of a nominee, side by side; null as long as it is hidden. */
export function marksView({ isOpen, reviews, marks, scores, mean, difference }: NomineeReview, plan: CriteriaView) {
  if (!isOpen) return null;
  const judges = reviews.filter(({ reviewerId }) => marks.has(reviewerId));
  return {
    judges: judges.map(({ reviewerId, reviewer }) => {
      const score = scores.get(reviewerId);
      return { id: reviewerId, name: shownName(reviewer), score: score ? inTenths(percentOfScore(score)) : null };
    }),
    rows: plan.criteria.map((criterion): MarksRow => {
      const cells = judges.map(({ reviewerId }): Cell => {
        const own = marks.get(reviewerId);
        return {
          reviewerId,
          mark: own?.marks.get(criterion.id) ?? null,
          note: own?.notes.get(criterion.id) ?? "",
        };
      });
      const given = cells.flatMap(({ mark }) => mark ?? []);
      return {
        ...{ criterion, cells },
        mean: criterion.weight === null ? null : meanMark(given),
        spread: given.length > 1 ? Math.max(...given) - Math.min(...given) : null,
      };
    }),
    score: mean && inTenths(percentOfScore(mean)),
    difference: difference === null ? null : inTenths(difference),
  };
}

export type MarksView = NonNullable<ReturnType<typeof marksView>>;
