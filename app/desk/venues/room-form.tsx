import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { FieldGroup } from "#app/ui/form/field-group.tsx";
import { TextField } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { LocalisedFields } from "#app/ui/form/localised-fields.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";

/** A room: its names, what is in it, and how many it holds. */
export function RoomForm({ initial, submit }: { initial?: Record<string, string>; submit: string }) {
  const { t } = useTranslation("venues");
  const texts = ["name", "equipment"] as const;
  const labels = {
    capacity: t("room.capacity"),
    ...Object.fromEntries(
      texts.flatMap((field) =>
        locales.map((lang) => [`${field}.${lang}`, `${t(`room.${field}`)} (${endonyms[lang]})`]),
      ),
    ),
  };
  return (
    <PostForm initial={initial} labels={labels}>
      {texts.map((field) => (
        <FieldGroup
          key={field}
          legend={t(`room.${field}`)}
          hint={t(`room.${field}Hint`)}
          need={field === "name" ? "required" : "optional"}
        >
          <LocalisedFields name={field} />
        </FieldGroup>
      ))}
      <TextField
        name="capacity"
        label={labels.capacity}
        hint={t("room.capacityHint")}
        inputMode="numeric"
        width="max-w-32"
        optional
      />
      <Button look="main" width="full on a phone">
        {submit}
      </Button>
      <UnsavedText />
    </PostForm>
  );
}
