import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { countries } from "#app/institutions/rules.ts";
import { nameFieldsIn } from "#app/people/name-fields.ts";
import { OtherNameFields, PersonNameFields, ReportedFields } from "#app/people/person-form.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { EmailField } from "#app/ui/form/email-field.tsx";
import { type Option, Select, TextField } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";

const otherFields = [
  "email",
  "nativeName",
  "kana",
  "latinName",
  "homeInstitutionId",
  "post",
  "postLevel",
  "sex",
  "country",
  "zone",
  "locale",
] as const;

type Props = { initial: Record<string, string>; institutions: Option[]; zones: Option[] };

/** What an administrator puts right for somebody; the name on certificates stays their own matter. */
export function AccountPersonForm({ initial, institutions, zones }: Props) {
  const { t, locale } = useTranslation(["people", "common"]);
  const fields = [...nameFieldsIn(locale), ...otherFields];
  const labels = Object.fromEntries(fields.map((name) => [name, t(`field.${name}`)]));
  return (
    <PostForm labels={labels} initial={initial} isFramed className="max-w-2xl">
      <EmailField label={labels.email} hint={t("correction.email")} autoComplete="off" />
      <PersonNameFields areOwn={false} />
      <OtherNameFields />
      <Select
        name="homeInstitutionId"
        label={labels.homeInstitutionId}
        options={institutions}
        placeholder={t("profile.person.noInstitution")}
        optional
      />
      <TextField name="post" label={labels.post} autoComplete="off" maxLength={160} optional />
      <ReportedFields />
      <Select
        name="country"
        label={labels.country}
        options={countries.map((value) => ({ value, label: t(`common:country.${value}`) }))}
        placeholder={t("choice.none")}
      />
      <Select name="zone" label={labels.zone} hint={t("hint.zone")} options={zones} />
      <Select
        name="locale"
        label={labels.locale}
        hint={t("hint.locale")}
        options={locales.map((value) => ({ value, label: endonyms[value] }))}
      />
      <Button look="main" width="full on a phone">
        {t("correction.button")}
      </Button>
      <UnsavedText />
    </PostForm>
  );
}
