import { cityOf } from "#app/i18n/city-of.ts";
import { dayOfWeekName } from "#app/i18n/format.ts";
import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { countries } from "#app/institutions/rules.ts";
import { zones } from "#app/time/zones.ts";
import { Button } from "#app/ui/form/button.tsx";
import { FieldGroup } from "#app/ui/form/field-group.tsx";
import { type Option, Select, TextField } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { LocalisedFields } from "#app/ui/form/localised-fields.tsx";
import { venueDays } from "#app/venues/form.ts";
import { weekdays } from "#app/venues/rules.ts";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";

type Props = { initial?: Record<string, string>; institutions: Option[]; submit: string };

/** A venue: its names and address, whose it is, its clock, and when it is open. */
export function VenueForm({ initial, institutions, submit }: Props) {
  const { t, locale } = useTranslation(["venues", "common"]);
  const day = (weekday: number) => dayOfWeekName(locale, weekday);
  const labels = {
    ...Object.fromEntries(
      (["name", "address"] as const).flatMap((field) =>
        locales.map((lang) => [`${field}.${lang}`, `${t(`field.${field}`)} (${endonyms[lang]})`]),
      ),
    ),
    ...{ country: t("field.country"), zone: t("field.zone"), mapUrl: t("field.mapUrl") },
    institutionId: t("field.institutionId"),
    ...Object.fromEntries(
      weekdays.flatMap((weekday) =>
        (["opens", "closes"] as const).map((part) => [
          venueDays.nameOf(weekday, part),
          t(`hours.${part}Of`, { day: day(weekday) }),
        ]),
      ),
    ),
  };
  return (
    <PostForm initial={initial} labels={labels}>
      {(["name", "address"] as const).map((field) => (
        <FieldGroup
          key={field}
          legend={t(`field.${field}`)}
          hint={t(`hint.${field}`)}
          need={field === "name" ? "required" : "optional"}
        >
          <LocalisedFields name={field} />
        </FieldGroup>
      ))}
      <FieldGroup legend={t("form.facts")}>
        <div className="fields lg:grid-cols-2">
          <Select
            name="country"
            label={labels.country}
            options={countries.map((value) => ({ value, label: t(`common:country.${value}`) }))}
            placeholder={t("common:form.choose")}
          />
          <Select
            name="zone"
            label={labels.zone}
            hint={t("hint.zone")}
            options={zones.map((value) => ({ value, label: cityOf(value, t) }))}
            placeholder={t("common:form.choose")}
          />
          <Select
            name="institutionId"
            label={labels.institutionId}
            options={institutions}
            placeholder={t("form.noInstitution")}
            optional
          />
          <TextField
            name="mapUrl"
            label={labels.mapUrl}
            hint={t("hint.mapUrl")}
            inputMode="url"
            autoCapitalize="none"
            spellCheck={false}
            optional
          />
        </div>
      </FieldGroup>
      <FieldGroup legend={t("hours.title")} hint={t("hint.hours")} need="optional">
        <div className="grid gap-x-8 sm:grid-cols-2 xl:grid-cols-3">
          {weekdays.map((weekday) => (
            <fieldset key={weekday} className="mb-2">
              <legend className="mb-1 font-bold text-ink first-letter:uppercase">{day(weekday)}</legend>
              <div className="grid grid-cols-2 gap-4">
                {(["opens", "closes"] as const).map((part) => (
                  <TextField
                    key={part}
                    name={venueDays.nameOf(weekday, part)}
                    label={t(`hours.${part}`)}
                    inputMode="numeric"
                    autoComplete="off"
                    width="max-w-28"
                    optional
                    unmarked
                  />
                ))}
              </div>
            </fieldset>
          ))}
        </div>
      </FieldGroup>
      <Button look="main" width="full on a phone">
        {submit}
      </Button>
      <UnsavedText />
    </PostForm>
  );
}
