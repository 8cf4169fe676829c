import { z } from "zod";
import { katakana } from "#app/i18n/kana.ts";
import { locales } from "#app/i18n/locales.ts";
import { countries } from "#app/institutions/rules.ts";
import { zones } from "#app/time/zones.ts";
import {
  choice,
  flag,
  optionalChoice,
  optionalEmail,
  optionalId,
  optionalText,
  requiredText,
} from "#app/web/fields.ts";
import { postLevels, sexes } from "./rules.ts";

/** Line breaks, and the invisible marks that let a name look like another: direction, zero width. */
const unfit = /[\t\n\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;

/** Names stay as they are written, ideographic spaces and variants included. */
const fit = (text: string) => !unfit.test(text);
const name = (max: number) => requiredText(max).refine(fit, "common:form.badCharacters");
const optionalName = (max: number) => optionalText(max).refine(fit, "common:form.badCharacters");

/** A reading stands in katakana, whichever kana are typed. */
const kana = optionalName(100)
  .transform((text) => katakana(text.normalize("NFKC")))
  .refine((text) => /^[\p{Script=Hiragana}\p{Script=Katakana}ー・･゠=\s]*$/u.test(text), "people:form.kana");

const latinName = optionalName(120)
  .transform((text) => text.normalize("NFKC"))
  .refine((text) => /^[\p{Script=Latin}\p{M}'’.,\- ]*$/u.test(text), "people:form.latin");

export const personNames = { familyName: name(80), givenName: name(80), secondSurname: optionalName(80) };

/** What is known of a person beside their institution and country. */
const personDetails = {
  ...personNames,
  nativeName: optionalName(80),
  kana,
  latinName,
  post: optionalName(160),
  postLevel: optionalChoice(postLevels),
  sex: optionalChoice(sexes),
  zone: choice(zones),
  locale: choice(locales),
};

/** All that somebody else may say of a person. Who has an account is written to at its address. */
export const personFacts = {
  ...personDetails,
  email: optionalEmail,
  homeInstitutionId: optionalId<"institution">(),
  country: choice(countries),
};
const personFactsForm = z.object(personFacts);
export type PersonFacts = z.output<typeof personFactsForm>;

const personForm = z.object({ part: z.literal("person"), ...personDetails });
export type PersonInput = z.output<typeof personForm>;

const certificateForm = z.object({
  part: z.literal("certificate"),
  certificateName: name(100),
  certificateSecondName: optionalName(100),
  isConfirmed: flag.refine((isConfirmed) => isConfirmed, "people:form.confirm"),
});
export type CertificateNameInput = z.output<typeof certificateForm>;

export const profileForm = z.discriminatedUnion("part", [personForm, certificateForm]);

/** Text of an optional field, as it is stored. */
export const orNull = <Text extends string>(text: Text) => (text || null) as Exclude<Text, ""> | null;
