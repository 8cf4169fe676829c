import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { nameFieldsIn } from "#app/people/fields/name-fields.ts";
import {
  CountryField,
  InstitutionField,
  LocaleField,
  OtherNameFields,
  PersonNameFields,
} from "#app/people/fields/person-fields.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { EmailField } from "#app/ui/form/email-field.tsx";
import { type Option, TextArea } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";

type Props = {
  code: string;
  /** What most people of this workshop have. */
  defaults: { country: string; locale: string };
  institutions: Option[];
  free: number;
  needsReason: boolean;
};

const personFields = ["nativeName", "kana", "latinName", "homeInstitutionId", "country", "email", "locale"] as const;

/** Somebody whom nobody has entered yet, with what an enrolment needs; the rest can follow. */
export function NewPersonForm({ code, defaults, institutions, free, needsReason }: Props) {
  const { t, locale } = useTranslation(["behalf", "people"]);
  const labels = {
    ...Object.fromEntries([...nameFieldsIn(locale), ...personFields].map((name) => [name, t(`people:field.${name}`)])),
    reason: t("form.reasonLabel"),
    note: t("form.noteLabel"),
  };
  return (
    <>
      <p className="mb-6 max-w-[65ch]">
        {t("adding.personLead")} {t(free ? "adding.personSeat" : "adding.personReserve")}
      </p>
      <PostForm part="person" initial={defaults} labels={labels} isFramed className="max-w-2xl">
        <PersonNameFields areOwn={false} />
        <OtherNameFields />
        <InstitutionField institutions={institutions} optional />
        <CountryField />
        <EmailField label={t("people:field.email")} hint={t("adding.emailHint")} autoComplete="off" optional />
        <LocaleField hint={t("people:hint.locale")} isNew />
        <input type="hidden" name="seats" value={free ? 1 : 0} />
        <TextArea name="reason" label={labels.reason} hint={t("form.reasonHint")} rows={2} optional={!needsReason} />
        <TextArea name="note" label={labels.note} hint={t("form.noteHint")} rows={3} optional />
        <div className="flex flex-wrap gap-4">
          <Button look="main">{t("adding.personButton")}</Button>
          <Button look="plain" href={to.newParticipants({ locale, code })}>
            {t("adding.toSearch")}
          </Button>
        </div>
        <UnsavedText />
      </PostForm>
    </>
  );
}
