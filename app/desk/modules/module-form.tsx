import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { FieldGroup } from "#app/ui/form/field-group.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { LocalisedFields } from "#app/ui/form/localised-fields.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";

const fields = ["title", "objective", "indicator"] as const;

/** A module: what it is called, what participants can do after it, and by what one sees that. */
export function ModuleForm({ initial, submit }: { initial?: Record<string, string>; submit: string }) {
  const { t } = useTranslation("workshops");
  const labels = Object.fromEntries(
    fields.flatMap((field) =>
      locales.map((lang) => [`${field}.${lang}`, `${t(`module.${field}`)} (${endonyms[lang]})`]),
    ),
  );
  return (
    <PostForm initial={initial} labels={labels}>
      {fields.map((field) => (
        <FieldGroup
          key={field}
          legend={t(`module.${field}`)}
          hint={t(`module.${field}Hint`)}
          need={field === "title" ? "required" : "optional"}
        >
          <LocalisedFields name={field} rows={field === "objective" ? 4 : undefined} />
        </FieldGroup>
      ))}
      <Button look="main" width="full on a phone">
        {submit}
      </Button>
      <UnsavedText />
    </PostForm>
  );
}
