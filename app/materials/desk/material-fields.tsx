import { useTranslation } from "#app/i18n/use-translation.ts";
import type { materialClasses } from "#app/materials/rules.ts";
import { Boxes, type Option, Select, TextField } from "#app/ui/form/fields.tsx";

type MaterialChoices = {
  languages: Option[];
  sessions: Option[];
  /** Who may have it; without `confidential` where its file has not been tried. */
  classes: (typeof materialClasses)[number][];
};

/** What is said of a material, beside its file. */
export function MaterialFields({ languages, sessions, classes }: MaterialChoices) {
  const { t } = useTranslation("materials");
  return (
    <>
      <TextField name="title" label={t("field.title")} hint={t("hint.title")} maxLength={160} autoComplete="off" />
      <Select
        name="language"
        label={t("field.language")}
        options={languages}
        placeholder={t("choose")}
        width="max-w-72"
      />
      <Boxes
        name="class"
        type="radio"
        legend={t("field.class")}
        options={classes.map((value) => ({ value, label: t(`classText.${value}`) }))}
      />
      {sessions.length ? (
        <Select
          name="sessionId"
          label={t("field.session")}
          options={sessions}
          placeholder={t("group.whole")}
          optional
        />
      ) : null}
    </>
  );
}

/** For the summary above a form, in the order of its fields. */
export function useMaterialLabels(): Record<string, string> {
  const { t } = useTranslation("materials");
  return {
    title: t("field.title"),
    language: t("field.language"),
    class: t("field.class"),
    sessionId: t("field.session"),
    file: t("field.file"),
  };
}
