import { z } from "zod";
import { writtenCode } from "#app/institutions/form.ts";
import { localised, numbered } from "#app/web/field-groups.ts";
import { choice, optionalText, requiredText } from "#app/web/fields.ts";
import { day, dayOrNothing, isDay } from "../day.ts";
import { readDecimal } from "../decimal.rules.ts";
import { numbersTo } from "../rules.ts";
import { levels, maxTargets, measures, type Target, valueDigits } from "./rules.ts";

export const indicatorTexts = {
  name: localised("name", 160),
  definition: localised("definition", 600),
  unit: localised("unit", 40),
  verification: localised("verification", 300),
};

const code = optionalText(12, "programmes:indicator.form.code")
  .transform(writtenCode)
  .refine((text) => /^[A-Z0-9]+([-.][A-Z0-9]+)*$/.test(text) && text !== "NEW", "programmes:indicator.form.code");

const number = optionalText(24, "programmes:indicator.form.number");
const isNumber = (text: string) => readDecimal(text, valueDigits) !== null;
const hundredths = (text: string) => readDecimal(text, valueDigits) ?? 0;
const value = number.refine(isNumber, "programmes:indicator.form.number").transform(hundredths);

export const targetGroup = numbered("target", numbersTo(maxTargets), {
  dueOn: dayOrNothing,
  value: number,
});

const fields = {
  code,
  level: choice(levels),
  measure: choice(measures),
  baseline: number.refine(isNumber, "programmes:indicator.form.number"),
  ...indicatorTexts.name.fields,
  ...indicatorTexts.definition.fields,
  ...indicatorTexts.unit.fields,
  ...indicatorTexts.verification.fields,
  ...targetGroup.fields,
};
type Typed = z.output<z.ZodObject<typeof fields>>;
type IndicatorInput = Pick<Typed, "code" | "level" | "measure"> & {
  baseline: number;
  texts: { [Name in keyof typeof indicatorTexts]: ReturnType<(typeof indicatorTexts)["name"]["read"]> };
  targets: Target[];
};

export const newIndicatorForm = z.object(fields).superRefine(check).transform(inputOf);
export type NewIndicatorInput = z.output<typeof newIndicatorForm>;

/** Whoever changes what was agreed says why. */
export const indicatorForm = z
  .object({ ...fields, reason: requiredText(300) })
  .superRefine(check)
  .transform(({ reason, ...typed }) => ({ reason, ...inputOf(typed) }));

function check(typed: Typed, context: z.RefinementCtx) {
  const refuse = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
  if (indicatorTexts.name.isMissing(typed)) refuse("name.es", "programmes:indicator.form.name");
  const seen = new Set<string>();
  for (const row of targetGroup.read(typed)) {
    const at = (part: "dueOn" | "value") => targetGroup.nameOf(row.row, part);
    if (!isDay(row.dueOn)) refuse(at("dueOn"), "programmes:form.date");
    else if (seen.has(row.dueOn)) refuse(at("dueOn"), "programmes:indicator.form.targetTwice");
    if (!isNumber(row.value)) refuse(at("value"), "programmes:indicator.form.number");
    seen.add(row.dueOn);
  }
}

function inputOf(typed: Typed): IndicatorInput {
  const { name, definition, unit, verification } = indicatorTexts;
  return {
    code: typed.code,
    level: typed.level,
    measure: typed.measure,
    baseline: hundredths(typed.baseline),
    texts: {
      name: name.read(typed),
      definition: definition.read(typed),
      unit: unit.read(typed),
      verification: verification.read(typed),
    },
    targets: targetGroup
      .read(typed)
      .flatMap(({ dueOn, value: text }) => (isDay(dueOn) ? [{ dueOn, value: hundredths(text) }] : []))
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
  };
}

/** What can be done with an indicator, other than agreeing on it anew. */
export const indicatorPageForm = z.discriminatedUnion("part", [
  z.object({ part: z.literal("value"), measuredOn: day, value, note: optionalText(300) }),
  z.object({ part: z.literal("removal"), measuredOn: day }),
  z.object({ part: z.literal("archiving") }),
  z.object({ part: z.literal("restoring") }),
]);
