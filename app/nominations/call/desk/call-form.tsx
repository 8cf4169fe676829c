import { to } from "#app/addresses.ts";
import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { countries } from "#app/institutions/rules.ts";
import type { CallValues } from "#app/nominations/call/call-form-values.ts";
import { callTexts, deadlineProfileNames, deadlineProfiles } from "#app/nominations/call/rules.ts";
import { Button } from "#app/ui/form/button.tsx";
import { FieldGroup } from "#app/ui/form/field-group.tsx";
import { Boxes, type Option, Select, TextArea, TextField } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { LocalisedFields } from "#app/ui/form/localised-fields.tsx";
import { DateField } from "#app/web/date-field.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";

type Props = {
  code: string;
  initial: CallValues;
  stored: CallValues;
  institutions: Option[];
  applicationForms: Option[];
  /** Whose clock the days are counted by. */
  city: string;
  isPublished: boolean;
};

/** The words of a call side by side in three languages, then whom it invites, and until when. */
export function CallForm({ code, initial, stored, institutions, applicationForms, city, isPublished }: Props) {
  const { t, locale } = useTranslation(["calls", "common"]);
  const labels = {
    ...Object.fromEntries(
      callTexts.flatMap((part) =>
        locales.map((lang) => [`${part}.${lang}`, `${t(`part.${part}`)} (${endonyms[lang]})`]),
      ),
    ),
    ...{ institutions: t("form.institutions"), countries: t("form.countries"), partA: t("form.partA") },
    ...{
      nomineesMax: t("form.nomineesMaxLabel"),
      applicationForm: t("form.applicationForm"),
      reason: t("form.reason"),
    },
    ...{ nomineeClosesOn: t("form.nomineeClosesOn"), closesOn: t("form.closesOn") },
  };
  return (
    <PostForm initial={initial} stored={stored} labels={labels} saysNeed={false}>
      {callTexts.map((part) => (
        <FieldGroup key={part} legend={t(`part.${part}`)} hint={t(`form.${part}Hint`)}>
          <LocalisedFields name={part} rows={6} />
        </FieldGroup>
      ))}
      <FieldGroup legend={t("form.senders")} hint={t("form.sendersHint")}>
        <Boxes name="countries" legend={labels.countries} options={countryOptions()} optional unmarked />
        <Boxes name="institutions" legend={labels.institutions} options={institutions} optional unmarked />
        <TextField
          name="nomineesMax"
          label={labels.nomineesMax}
          hint={t("form.nomineesMaxHint")}
          inputMode="numeric"
          width="max-w-24"
        />
        <Select
          name="applicationForm"
          label={labels.applicationForm}
          hint={t("form.applicationFormHint")}
          placeholder={t("form.noApplicationForm")}
          options={applicationForms}
          optional
          unmarked
        />
        <Boxes
          name="partA"
          legend={labels.partA}
          hint={t("form.partAHint")}
          options={[{ value: "1", label: t("form.partABox") }]}
          optional
          unmarked
        />
      </FieldGroup>
      <FieldGroup legend={t("form.days")} hint={t("form.daysHint", { city })}>
        {isPublished ? null : (
          <ul className="mb-4">
            {deadlineProfileNames.map((profile) => (
              <li key={profile}>
                <a className="link inline-block py-1" href={to.call({ locale, code }, { profile })}>
                  {t(`profile.${profile}`, deadlineProfiles[profile])}
                </a>
              </li>
            ))}
          </ul>
        )}
        <div className="fields md:grid-cols-2">
          <DateField name="nomineeClosesOn" label={labels.nomineeClosesOn} hint={t("form.nomineeClosesOnHint")} />
          <DateField name="closesOn" label={labels.closesOn} hint={t("form.closesOnHint")} />
        </div>
      </FieldGroup>
      {isPublished ? (
        <TextArea name="reason" label={labels.reason} hint={t("form.reasonHint")} rows={2} />
      ) : (
        <input type="hidden" name="reason" value="" />
      )}
      <Button look="main" width="full on a phone">
        {t(isPublished ? "form.saveVersion" : "form.saveDraft")}
      </Button>
      <UnsavedText />
    </PostForm>
  );

  function countryOptions(): Option[] {
    return countries.map((country) => ({
      value: country,
      label: t("form.country", { name: t(`common:country.${country}`) }),
    }));
  }
}
