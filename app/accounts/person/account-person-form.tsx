import { useTranslation } from "#app/i18n/use-translation.ts";
import { factFieldsIn, PersonFactFields } from "#app/people/fields/person-fields.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { EmailField } from "#app/ui/form/email-field.tsx";
import type { Option } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";

type Props = { initial: Record<string, string>; institutions: Option[]; zones: Option[] };

/** What an administrator puts right for somebody; the name on certificates stays their own matter. */
export function AccountPersonForm({ initial, institutions, zones }: Props) {
  const { t, locale } = useTranslation("people");
  const labels = Object.fromEntries(
    ["email" as const, ...factFieldsIn(locale)].map((name) => [name, t(`field.${name}`)]),
  );
  return (
    <PostForm labels={labels} initial={initial} isFramed className="max-w-2xl">
      <EmailField label={t("field.email")} hint={t("correction.email")} autoComplete="off" />
      <PersonFactFields {...{ institutions, zones }} localeHint={t("hint.locale")} />
      <Button look="main" width="full on a phone">
        {t("correction.button")}
      </Button>
      <UnsavedText />
    </PostForm>
  );
}
