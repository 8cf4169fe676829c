import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { maxSignatories, numbersTo } from "./rules.ts";

/** What the summary of errors calls each field. */
export function useProgrammeLabels(parties: number): Record<string, string> {
  const { t } = useTranslation("programmes");
  const plain = (["code", "startsOn", "endsOn"] as const).map((name) => [name, t(`field.${name}`)]);
  const texts = (["title", "summary"] as const).flatMap((field) =>
    locales.map((locale) => [
      `${field}.${locale}`,
      t("field.in", { field: t(`field.${field}`), language: endonyms[locale] }),
    ]),
  );
  const lists = [
    ["party", t("form.parties")],
    ["signatory", t("form.signatories")],
  ];
  const rows = numbersTo(parties).flatMap((row) => [
    [`party.${row}.institutionId`, t("field.party", { row })],
    [`party.${row}.role`, t("field.role", { row })],
  ]);
  const signatories = numbersTo(maxSignatories).flatMap((row) => [
    [`signatory.${row}.name`, t("field.signatory", { row })],
    ...locales.map((locale) => [
      `signatory.${row}.post.${locale}`,
      t("field.post", { row, language: endonyms[locale] }),
    ]),
  ]);
  return Object.fromEntries([...plain, ...texts, ...lists, ...rows, ...signatories]);
}
