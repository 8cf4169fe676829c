import { z } from "zod";
import { isLocalDate, type LocalDate } from "#app/time/wall-time.ts";
import { localised } from "#app/web/field-groups.ts";
import { choice, optionalText } from "#app/web/fields.ts";
import { countries } from "./rules.ts";

/** As a code is written, whatever it was typed with: `MJ-2026-05` from `mj 2026 05` or `ＭＪ－２０２６－０５`. */
export const writtenCode = (typed: string) =>
  typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/\s*[-_\u2010-\u2015\u2212]\s*|\s+/g, "-");

/** The code of a record, or nothing. Not `NEW`: that is the address of the form for a new record. */
export const optionalCode = (unfit: string, least = 2) =>
  optionalText(20, unfit)
    .transform(writtenCode)
    .refine((code) => code === "" || (isCode(code) && code.length >= least && code !== "NEW"), unfit);

/** Capital letters without accents, digits and hyphens. */
const isCode = (text: string) => /^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(text);

export const recordCode = (unfit: string, least?: number) =>
  optionalCode(unfit, least).refine((code) => code !== "", unfit);

/** A day of a year that somebody may have meant: `0202-05-01` is a slip. */
const date = optionalText(10, "institutions:form.date").refine(
  (text): text is LocalDate => isLocalDate(text) && text >= "1500-01-01" && text <= "2199-12-31",
  "institutions:form.date",
);

export const institutionName = localised("name", 160);

const datedName = {
  ...institutionName.fields,
  acronym: optionalText(30),
  validFrom: date,
};

const hasName = (form: Parameters<typeof institutionName.isMissing>[0]) => !institutionName.isMissing(form);
// `when`: runs even where the country is missing, which would otherwise stop this check
const nameNeeded = { path: ["name.es"], message: "institutions:form.name", when: () => true };

export const newInstitutionForm = z
  .object({ code: recordCode("institutions:form.code"), country: choice(countries), ...datedName })
  .refine(hasName, nameNeeded);
export type NewInstitutionInput = z.output<typeof newInstitutionForm>;

export const institutionForm = z.discriminatedUnion("part", [
  z.object({ part: z.literal("name"), ...datedName }).refine(hasName, nameNeeded),
  z.object({ part: z.literal("removal"), validFrom: date }),
]);
export type NameInput = Pick<NewInstitutionInput, keyof typeof datedName>;
