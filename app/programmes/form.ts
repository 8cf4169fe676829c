import { z } from "zod";
import type { Locale } from "#app/i18n/locales.ts";
import { recordCode } from "#app/institutions/form.ts";
import { isLocalDate, type LocalDate } from "#app/time/wall-time.ts";
import { localised } from "#app/web/field-groups.ts";
import { day } from "./day.ts";
import { checkParties, type Party, partiesOf, partyGroup } from "./party-rows.ts";
import { checkSignatories, type Signatory, signatoriesOf, signatoryFields } from "./signatory-rows.ts";

export const title = localised("title", 160);
export const summary = localised("summary", 2000);

const fields = {
  startsOn: day,
  endsOn: day,
  ...title.fields,
  ...summary.fields,
  ...partyGroup.fields,
  ...signatoryFields,
};
type Typed = z.output<z.ZodObject<typeof fields>>;

export type ProgrammeInput = {
  startsOn: LocalDate;
  endsOn: LocalDate;
  texts: Record<Locale, { title: string; summary: string }>;
  parties: Party[];
  signatories: Signatory[];
};

export const programmeForm = z.object(fields).superRefine(check).transform(inputOf);

export const newProgrammeForm = z
  .object({ code: recordCode("programmes:form.code"), ...fields })
  .superRefine(check)
  .transform(({ code, ...typed }) => ({ code, ...inputOf(typed) }));

function check(typed: Typed, context: z.RefinementCtx) {
  const { startsOn, endsOn } = typed;
  const refuse = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
  if (title.isMissing(typed)) refuse("title.es", "programmes:form.title");
  if (isLocalDate(startsOn) && isLocalDate(endsOn) && endsOn < startsOn) refuse("endsOn", "programmes:form.endsBefore");
  checkParties(typed, context);
  checkSignatories(typed, context);
}

function inputOf(typed: Typed): ProgrammeInput {
  const { startsOn, endsOn } = typed;
  const [titles, summaries] = [title.read(typed), summary.read(typed)];
  const text = (locale: Locale) => ({ title: titles[locale], summary: summaries[locale] });
  return {
    startsOn,
    endsOn,
    texts: { es: text("es"), ja: text("ja"), en: text("en") },
    parties: partiesOf(typed),
    signatories: signatoriesOf(typed),
  };
}
