import { z } from "zod";
import { localised, numbered } from "#app/web/field-groups.ts";
import { optionalText, wholeNumber } from "#app/web/fields.ts";
import { wholeWeight } from "../rules.ts";

/** More questions, and more criteria, than a reviewer would answer with care. */
export const mostChecks = 6;
export const mostWeighted = 8;

const upTo = (most: number) => Array.from({ length: most }, (_, index) => index + 1);

const name = localised("name", 160);
const lowest = localised("lowest", 200);
const highest = localised("highest", 200);

export const checkRows = numbered("check", upTo(mostChecks), name.fields);
export const weightedRows = numbered("criterion", upTo(mostWeighted), {
  ...name.fields,
  weight: optionalText(6, "review:form.weight"),
  ...lowest.fields,
  ...highest.fields,
});

type Typed = Readonly<Record<string, unknown>>;
type Words = Record<"es" | "ja" | "en", string>;

/** A criterion as a form asks for it; without a weight it is a question. */
export type TypedCriterion = { weight: number | null; name: Words; lowest: Words; highest: Words };

const none: Words = { es: "", ja: "", en: "" };

/** What a form asks for, in its order, and what is wrong with it. */
export function readCriteria(form: Typed): { criteria: TypedCriterion[]; wrong: Record<string, string> } {
  const typed = form as Record<string, string>;
  const wrong: Record<string, string> = {};
  const checks = checkRows.read(typed).map(({ row, ...texts }): TypedCriterion => {
    if (name.isMissing(texts)) wrong[checkRows.nameOf(row, "name.es")] = "review:form.name";
    return { weight: null, name: name.read(texts), lowest: none, highest: none };
  });
  const weighted = weightedRows.read(typed).map(({ row, weight: text, ...texts }): TypedCriterion => {
    if (name.isMissing(texts)) wrong[weightedRows.nameOf(row, "name.es")] = "review:form.name";
    const weight = /^\d{1,3}$/.test(text.normalize("NFKC")) ? Number(text.normalize("NFKC")) : 0;
    if (weight < 1 || weight > wholeWeight) wrong[weightedRows.nameOf(row, "weight")] = "review:form.weight";
    return { weight, name: name.read(texts), lowest: lowest.read(texts), highest: highest.read(texts) };
  });
  const first = weightedRows.nameOf(1, "weight");
  const sum = weighted.reduce((whole, { weight }) => whole + (weight ?? 0), 0);
  if (!Object.keys(wrong).length && sum !== wholeWeight)
    wrong[first] = weighted.length ? "review:form.sum" : "review:form.none";
  return { criteria: [...checks, ...weighted], wrong };
}

/** Each field by itself: whether the rows fit together, `readCriteria` says. */
export const planForm = z.object({
  scale: wholeNumber(2, 10, "review:form.scale"),
  minimum: wholeNumber(0, 100, "review:form.percent"),
  mostDifference: wholeNumber(1, 100, "review:form.difference"),
  ...checkRows.fields,
  ...weightedRows.fields,
});
export type PlanInput = z.output<typeof planForm>;

type Written = { weight: number | null } & Record<"name" | "lowest" | "highest", Partial<Words>>;

/** Criteria as the fields of a form. */
export const criteriaFields = (criteria: readonly Written[]): Record<string, string> => ({
  ...checkRows.write(criteria.filter(({ weight }) => weight === null).map((one) => name.write(one.name))),
  ...weightedRows.write(
    criteria
      .filter(({ weight }) => weight !== null)
      .map((one) => ({
        ...name.write(one.name),
        weight: String(one.weight),
        ...lowest.write(one.lowest),
        ...highest.write(one.highest),
      })),
  ),
});
