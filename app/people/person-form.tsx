import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Facts } from "#app/ui/display/facts.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { type Option, Select, TextField } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";
import { nameFieldsIn } from "./name-fields.ts";
import { postLevels, sexes } from "./rules.ts";

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
      <Select
        name="locale"
        label={t("field.locale")}
        hint={t("hint.locale")}
        options={locales.map((value) => ({ value, label: endonyms[value] }))}
      />
      <Button look="main" width="full on a phone">
        {t("profile.person.button")}
      </Button>
      <UnsavedText />
    </PostForm>
  );
}

/** The reader's own names, or somebody else's, which the browser cannot know. */
export function PersonNameFields({ areOwn = true }: { areOwn?: boolean }) {
  const { t, locale } = useTranslation("people");
  const known = { familyName: "family-name", givenName: "given-name", secondSurname: undefined };
  return nameFieldsIn(locale).map((name) => (
    <TextField
      key={name}
      name={name}
      label={t(`field.${name}`)}
      hint={name === "secondSurname" ? t("hint.secondSurname") : undefined}
      autoComplete={areOwn ? known[name] : "off"}
      maxLength={80}
      optional={name === "secondSurname"}
    />
  ));
}

/** The same names in other scripts. */
export function OtherNameFields() {
  const { t } = useTranslation("people");
  return (
    <>
      <TextField name="nativeName" label={t("field.nativeName")} hint={t("hint.nativeName")} maxLength={80} optional />
      <TextField name="kana" label={t("field.kana")} hint={t("hint.kana")} maxLength={100} lang="ja" optional />
      <TextField
        name="latinName"
        label={t("field.latinName")}
        hint={t("hint.latinName")}
        maxLength={120}
        autoCapitalize="characters"
        optional
      />
    </>
  );
}

/** What reports count people by. Nobody has to say it. */
export function ReportedFields() {
  const { t } = useTranslation("people");
  return (
    <>
      <Select
        name="postLevel"
        label={t("field.postLevel")}
        hint={t("hint.postLevel")}
        options={postLevels.map((value) => ({ value, label: t(`choice.postLevel.${value}`) }))}
        placeholder={t("choice.notStated")}
        optional
      />
      <Select
        name="sex"
        label={t("field.sex")}
        hint={t("hint.sex")}
        options={sexes.map((value) => ({ value, label: t(`choice.sex.${value}`) }))}
        placeholder={t("choice.notStated")}
        optional
      />
    </>
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
