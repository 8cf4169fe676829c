import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { findReviewPlan } from "../queries.ts";
import { criteriaFields } from "./form.ts";
import { standardCriteria, standardPlan } from "./standard.rules.ts";

/** By what a workshop's nominees are judged, as the fields of a form; empty as long as nobody has said so. */
export async function planValues(db: Reader, workshopId: Id<"workshop">): Promise<Record<string, string>> {
  const plan = await findReviewPlan(db, workshopId);
  if (!plan) return { scale: "", minimum: "", mostDifference: "" };
  const { scale, minimum, mostDifference, criteria } = plan;
  return {
    ...{ scale: String(scale), minimum: String(minimum), mostDifference: String(mostDifference) },
    ...criteriaFields(criteria),
  };
}

/** What is offered where nobody has said anything yet. */
export const standardValues = (): Record<string, string> => ({
  scale: String(standardPlan.scale),
  minimum: String(standardPlan.minimum),
  mostDifference: String(standardPlan.mostDifference),
  ...criteriaFields(standardCriteria),
});
