import { locales } from "#app/i18n/locales.ts";
import type { StoredProgramme } from "./queries.ts";

/** A stored programme as the form's fields. */
export function formValues({ startsOn, endsOn, texts, parties, signatories }: StoredProgramme): Record<string, string> {
  return {
    startsOn,
    endsOn,
    ...Object.fromEntries(
      texts.flatMap(({ locale, title, summary }) => [
        [`title.${locale}`, title],
        [`summary.${locale}`, summary],
      ]),
    ),
    ...Object.fromEntries(
      parties.flatMap(({ institutionId, role }, index) => [
        [`party.${index + 1}.institutionId`, institutionId],
        [`party.${index + 1}.role`, role],
      ]),
    ),
    ...Object.fromEntries(
      signatories.flatMap(({ name, post }, index) => [
        [`signatory.${index + 1}.name`, name],
        ...locales.map((locale) => [`signatory.${index + 1}.post.${locale}`, post[locale]]),
      ]),
    ),
  };
}
