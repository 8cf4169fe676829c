import { writeDecimal } from "../decimal.rules.ts";
import { indicatorTexts, targetGroup } from "./form.ts";
import type { Indicator } from "./queries.ts";
import { valueDigits } from "./rules.ts";

/** A stored indicator as the fields of its form. */
export const indicatorValues = (indicator: Indicator): Record<string, string> => ({
  code: indicator.code,
  level: indicator.level,
  measure: indicator.measure,
  baseline: writeDecimal(indicator.baseline, valueDigits),
  ...indicatorTexts.name.write(indicator.name),
  ...indicatorTexts.definition.write(indicator.definition),
  ...indicatorTexts.unit.write(indicator.unit),
  ...indicatorTexts.verification.write(indicator.verification),
  ...targetGroup.write(
    indicator.targets.map(({ dueOn, value }) => ({ dueOn, value: writeDecimal(value, valueDigits) })),
  ),
});
