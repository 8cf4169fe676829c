import { useTranslation } from "#app/i18n/use-translation.ts";
import { nameFieldsIn } from "#app/people/fields/name-fields.ts";
import { LocaleField, OtherNameFields, PersonNameFields, ReportedFields } from "#app/people/fields/person-fields.tsx";
import { Facts } from "#app/ui/display/facts.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { type Option, Select, TextField } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";

type Props = {
  action: string;
  initial: Record<string, string>;
  zones: Option[];
  place: { country: string; institution: string | null };
};

const otherFields = ["nativeName", "kana", "latinName", "post", "postLevel", "sex", "zone", "locale"] as const;

/** How somebody is called, works, and wants to be written to. */
export function PersonForm({ action, initial, zones, place }: Props) {
  const { t, locale } = useTranslation("people");
  const fields = [...nameFieldsIn(locale), ...otherFields];
  const labels = Object.fromEntries(fields.map((name) => [name, t(`field.${name}`)]));
  return (
    <PostForm part="person" action={action} initial={initial} labels={labels} isFramed>
      <PersonNameFields />
      <OtherNameFields />
      <Placed {...place} />
      <TextField name="post" label={t("field.post")} autoComplete="organization-title" maxLength={160} optional />
      <ReportedFields />
      <Select name="zone" label={t("field.zone")} hint={t("hint.zone")} options={zones} />
      <LocaleField hint={t("hint.locale")} />
      <Button look="main" width="full on a phone">
        {t("profile.person.button")}
      </Button>
      <UnsavedText />
    </PostForm>
  );
}

/** What the institution knows, and only the administration changes. */
function Placed({ country, institution }: Props["place"]) {
  const { t } = useTranslation(["people", "common"]);
  const facts = [
    { term: t("field.institution"), value: institution ?? t("profile.person.noInstitution"), className: "font-bold" },
    { term: t("field.country"), value: country, className: "font-bold" },
  ];
  return (
    <div className="mb-6 rounded-lg bg-sunken p-4 text-sm">
      <Facts look="stacked" className="mb-2" facts={facts} />
      <p className="text-hint">{t("profile.person.fixed")}</p>
    </div>
  );
}
