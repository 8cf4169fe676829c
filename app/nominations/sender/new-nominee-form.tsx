import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { nameFieldsIn } from "#app/people/fields/name-fields.ts";
import { CountryField, LocaleField, OtherNameFields, PersonNameFields } from "#app/people/fields/person-fields.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { EmailField } from "#app/ui/form/email-field.tsx";
import { TextField } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";

type Props = {
  /** What most people of this institution have. */
  defaults: { country: string; locale: string };
  /** Where people who are known are chosen. */
  back: string;
  button: string;
  /** What the form sends beside, with the names of its fields. */
  children: ReactNode;
  labels?: Record<string, string>;
};

const fields = ["nativeName", "kana", "latinName", "post", "country", "email", "locale"] as const;

/** Somebody of one's own institution whom nobody has entered yet. */
export function NewNomineeForm({ defaults, back, button, children, labels: others }: Props) {
  const { t, locale } = useTranslation(["nominations", "people"]);
  const labels = Object.fromEntries(
    [...nameFieldsIn(locale), ...fields].map((name) => [name, t(`people:field.${name}`)]),
  );
  return (
    <PostForm part="person" initial={defaults} labels={{ ...others, ...labels }} isFramed className="max-w-2xl">
      {children}
      <PersonNameFields areOwn={false} />
      <OtherNameFields />
      <TextField name="post" label={t("people:field.post")} autoComplete="off" maxLength={160} optional />
      <CountryField />
      <EmailField label={t("people:field.email")} hint={t("new.emailHint")} autoComplete="off" optional />
      <LocaleField hint={t("people:hint.locale")} isNew />
      <div className="flex flex-wrap gap-4">
        <Button look="main">{button}</Button>
        <Button look="plain" href={back}>
          {t("new.toPeople")}
        </Button>
      </div>
      <UnsavedText />
    </PostForm>
  );
}
