import { heldKinds, owers, taskAudiences } from "#app/dossier/rules.ts";
import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { FieldGroup } from "#app/ui/form/field-group.tsx";
import { Select, TextField } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { LocalisedFields } from "#app/ui/form/localised-fields.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";

type Props = { initial: Record<string, string>; firstDay: string };

/** One task: its words, who owes it and when, and what it keeps of people. */
export function TaskForm({ initial, firstDay }: Props) {
  const { t } = useTranslation("dossier");
  const inEach = (name: "title" | "note") =>
    Object.fromEntries(locales.map((lang) => [`${name}.${lang}`, `${t(`form.${name}Label`)} (${endonyms[lang]})`]));
  const labels = {
    ...inEach("title"),
    ...inEach("note"),
    ...{ owedBy: t("column.who"), dueDays: t("form.dueDaysLabel"), holds: t("form.holdsLabel") },
    ...{ seenBy: t("form.seenByLabel"), eraseDays: t("form.eraseDaysLabel") },
  };
  return (
    <PostForm initial={initial} labels={labels} saysNeed={false}>
      <FieldGroup legend={t("form.titleLabel")} hint={t("form.titleHint")} need="required">
        <LocalisedFields name="title" maxLength={120} />
      </FieldGroup>
      <FieldGroup legend={t("form.noteLabel")} hint={t("form.noteHint")} need="optional">
        <LocalisedFields name="note" rows={3} />
      </FieldGroup>
      <FieldGroup legend={t("form.when")}>
        <div className="fields md:grid-cols-2">
          <Select
            name="owedBy"
            label={labels.owedBy}
            options={owers.map((value) => ({ value, label: t(`ower.${value}`) }))}
          />
          <TextField
            name="dueDays"
            label={labels.dueDays}
            hint={t("form.dueDaysHint", { date: firstDay })}
            width="max-w-28"
          />
        </div>
      </FieldGroup>
      <FieldGroup legend={t("form.keeping")} hint={t("form.keepingHint")}>
        <div className="fields md:grid-cols-3">
          <Select
            name="holds"
            label={labels.holds}
            options={heldKinds.map((value) => ({ value, label: t(`holds.${value}`) }))}
          />
          <Select
            name="seenBy"
            label={labels.seenBy}
            options={taskAudiences.map((value) => ({ value, label: t(`audience.${value}`) }))}
          />
          <TextField
            name="eraseDays"
            label={labels.eraseDays}
            hint={t("form.eraseDaysHint")}
            inputMode="numeric"
            width="max-w-28"
          />
        </div>
      </FieldGroup>
      <Button look="main" width="full on a phone">
        {t("form.save")}
      </Button>
      <UnsavedText />
    </PostForm>
  );
}
