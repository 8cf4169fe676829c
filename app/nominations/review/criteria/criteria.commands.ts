import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { locales } from "#app/i18n/locales.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import { newId } from "#db/new-id.ts";
import { isMarked } from "../queries.ts";
import { type PlanInput, readCriteria, type TypedCriterion } from "./form.ts";

/** Keeps by what nominees are judged. Refused once somebody was marked: all are judged alike. */
export async function savePlan(
  trx: Writer,
  { id: workshopId }: HeldWorkshop,
  input: PlanInput,
  by: By,
): Promise<"frozen" | null> {
  if (await isMarked(trx, workshopId)) return "frozen";
  const { scale, minimum, mostDifference } = input;
  const plan = { scale, minimum, mostDifference, changedAt: by.at };
  await trx
    .insertInto("reviewPlan")
    .values({ workshopId, ...plan })
    .onConflict((conflict) => conflict.column("workshopId").doUpdateSet(plan))
    .execute();
  await trx.deleteFrom("reviewCriterion").where("workshopId", "=", workshopId).execute();
  const { criteria } = readCriteria(input);
  for (const [index, { weight, ...texts }] of criteria.entries()) {
    const id = newId<"reviewCriterion">();
    await trx
      .insertInto("reviewCriterion")
      .values({ id, workshopId, position: index + 1, weight })
      .execute();
    const rows = wordsOf(texts).map((words) => ({ criterionId: id, ...words }));
    await trx.insertInto("reviewCriterionText").values(rows).execute();
  }
  const details = { criteria: criteria.length };
  await audit(trx, by.at, { accountId: by.accountId, action: "review.criteriaSaved", subjectId: workshopId, details });
  return null;
}

/** In each language in which anything is said. */
const wordsOf = ({ name, lowest, highest }: Omit<TypedCriterion, "weight">) =>
  locales
    .map((locale) => ({ locale, name: name[locale], lowest: lowest[locale], highest: highest[locale] }))
    .filter((words) => words.name || words.lowest || words.highest);
