import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Need, TextField } from "#app/ui/form/fields.tsx";
import { Hint } from "#app/ui/hint.tsx";

/** A name in three languages, with its short form. */
export function InstitutionNameFields() {
  const { t } = useTranslation("institutions");
  return (
    <>
      <fieldset className="mb-2">
        <legend className="mb-1 text-lg font-bold text-ink">
          {t("field.name")} <Need />
        </legend>
        <Hint className="mb-3">{t("hint.name")}</Hint>
        {locales.map((locale) => (
          <TextField
            key={locale}
            name={`name.${locale}`}
            label={<span lang={locale}>{endonyms[locale]}</span>}
            lang={locale}
            maxLength={160}
            optional
            unmarked
          />
        ))}
      </fieldset>
      <TextField
        name="acronym"
        label={t("field.acronym")}
        hint={t("hint.acronym")}
        width="max-w-60"
        maxLength={30}
        optional
      />
    </>
  );
}

/** Of every field about a dated name, for the summary of errors. */
export function useNameLabels() {
  const { t } = useTranslation("institutions");
  return {
    ...Object.fromEntries(
      locales.map((locale) => [`name.${locale}`, t("field.nameIn", { language: endonyms[locale] })]),
    ),
    acronym: t("field.acronym"),
    validFrom: t("field.validFrom"),
  };
}
