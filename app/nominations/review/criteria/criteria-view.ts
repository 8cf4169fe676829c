import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { ReviewPlan, WholeCriterion } from "../queries.ts";

/** Criteria in a reader's language, or in one that they have. */
export function criteriaView({ scale, minimum, mostDifference, criteria }: ReviewPlan, locale: Locale) {
  return {
    ...{ scale, minimum, mostDifference },
    criteria: criteria.map((one: WholeCriterion) => ({
      ...{ id: one.id, position: one.position, weight: one.weight },
      name: textIn(one.name, locale),
      lowest: textIn(one.lowest, locale),
      highest: textIn(one.highest, locale),
    })),
  };
}

export type CriteriaView = ReturnType<typeof criteriaView>;
export type CriterionView = CriteriaView["criteria"][number];
