import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { visitFields } from "#app/timetable/kinds.ts";
import { useFormState } from "#app/ui/form/form.tsx";
import { LocalisedFields } from "#app/ui/form/localised-fields.tsx";

/** What whoever goes on a visit has to know. It stands open where anything is written, or wrong. */
export function VisitFields() {
  const { t } = useTranslation(["desk", "common"]);
  const { values, errors } = useFormState();
  const names = visitFields.flatMap((field) => locales.map((locale) => `${field}.${locale}`));
  const isOpen = values.kind === "siteVisit" || names.some((name) => values[name] || errors[name]);
  return (
    <details open={isOpen} className="mb-8">
      <summary className="link min-h-11 cursor-pointer py-2">{t("session.visit")}</summary>
      <p className="my-2 max-w-[65ch] text-hint">{t("session.visitHint")}</p>
      {visitFields.map((field) => (
        <fieldset key={field} className="mt-4">
          <legend className="mb-1 font-bold text-ink">{t(`field.${field}`)}</legend>
          <LocalisedFields name={field} />
        </fieldset>
      ))}
    </details>
  );
}

/** The names of these fields, for a summary of errors. */
export function useVisitLabels(): Record<string, string> {
  const { t } = useTranslation(["desk", "common"]);
  return Object.fromEntries(
    visitFields.flatMap((field) =>
      locales.map((locale) => [
        `${field}.${locale}`,
        `${t(`field.${field}`)}${t("common:fact.note", { note: endonyms[locale] })}`,
      ]),
    ),
  );
}
