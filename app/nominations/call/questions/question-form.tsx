import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { FieldGroup } from "#app/ui/form/field-group.tsx";
import { Boxes } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { LocalisedFields } from "#app/ui/form/localised-fields.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";
import { longestLabel } from "./form.ts";
import { mostOptions, questionKinds } from "./rules.ts";

type Props = { initial?: Record<string, string> };

/** One question: its words, how it is answered, and what it offers. */
export function QuestionForm({ initial }: Props) {
  const { t } = useTranslation("calls");
  const inEach = (name: string, label: string) =>
    Object.fromEntries(locales.map((lang) => [`${name}.${lang}`, `${label} (${endonyms[lang]})`]));
  const labels = {
    ...inEach("label", t("questions.labelLabel")),
    ...{ kind: t("questions.kindLabel"), required: t("questions.requiredLabel") },
    ...inEach("options", t("questions.optionsLabel")),
  };
  return (
    <PostForm initial={initial} labels={labels} saysNeed={false}>
      <FieldGroup legend={t("questions.labelLabel")} hint={t("questions.labelHint")} need="required">
        <LocalisedFields name="label" maxLength={longestLabel} />
      </FieldGroup>
      <FieldGroup legend={t("questions.answering")}>
        <Boxes
          name="kind"
          type="radio"
          legend={labels.kind}
          options={questionKinds.map((value) => ({ value, label: t(`questions.kind.${value}`) }))}
        />
        <Boxes
          name="required"
          legend={labels.required}
          options={[{ value: "1", label: t("questions.requiredBox") }]}
          optional
          unmarked
        />
      </FieldGroup>
      <FieldGroup legend={t("questions.optionsLabel")} hint={t("questions.optionsHint", { count: mostOptions })}>
        <LocalisedFields name="options" rows={4} />
      </FieldGroup>
      <Button look="main" width="full on a phone">
        {t("questions.save")}
      </Button>
      <UnsavedText />
    </PostForm>
  );
}
