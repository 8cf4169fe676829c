import { z } from "zod";
import { countries } from "#app/institutions/rules.ts";
import { localised } from "#app/web/field-groups.ts";
import { choices, flag, ids, optionalId, optionalText, wholeNumber } from "#app/web/fields.ts";
import { date } from "#app/workshops/form.ts";

/** Characters of each text in each language. */
const longest = 2_000;

export const callFields = {
  aim: localised("aim", longest),
  who: localised("who", longest),
  requirements: localised("requirements", longest),
  how: localised("how", longest),
};

/** Years away is a slip of the pen. */
const day = date.refine((text) => text > "1990" && text < "2100", "desk:form.date");

/** A call as it is written. `reason` is why it changes once it was published. */
export const callForm = z.object({
  ...callFields.aim.fields,
  ...callFields.who.fields,
  ...callFields.requirements.fields,
  ...callFields.how.fields,
  institutions: ids<"institution">(),
  countries: choices(countries),
  partA: flag,
  applicationForm: optionalId<"applicationForm">(),
  nomineesMax: wholeNumber(1, 99, "calls:form.nomineesMax"),
  nomineeClosesOn: day,
  closesOn: day,
  reason: optionalText(500),
});
export type CallInput = z.output<typeof callForm>;
