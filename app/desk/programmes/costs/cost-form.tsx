import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { costForms } from "#app/programmes/costs/rules.ts";
import { Button } from "#app/ui/form/button.tsx";
import { FieldGroup } from "#app/ui/form/field-group.tsx";
import { type Option, Select, TextField } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { LocalisedFields } from "#app/ui/form/localised-fields.tsx";
import { DateField } from "#app/web/date-field.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";

export type CostChoices = { tariffs: Option[]; payers: Option[] };
type Props = CostChoices & { initial?: Record<string, string>; submit: string };
const plain = ["tariffId", "units", "usedOn", "payerId", "form"] as const;

/** What was used, how much of it, when, and who pays for it. */
export function CostLineForm({ initial, tariffs, payers, submit }: Props) {
  const { t } = useTranslation("programmes");
  const labels = Object.fromEntries([
    ...locales.map((lang) => [
      `what.${lang}`,
      t("field.in", { field: t("cost.field.what"), language: endonyms[lang] }),
    ]),
    ...plain.map((name) => [name, t(`cost.field.${name}`)]),
  ]);
  const none = t("choice.none");
  return (
    <PostForm initial={initial} labels={labels}>
      <FieldGroup legend={t("cost.field.what")} hint={t("cost.hint.what")} need="required">
        <LocalisedFields name="what" maxLength={160} />
      </FieldGroup>
      <FieldGroup legend={t("cost.facts")}>
        <Select name="tariffId" label={t("cost.field.tariffId")} options={tariffs} placeholder={none} />
        <div className="fields sm:grid-cols-2">
          <TextField
            name="units"
            label={t("cost.field.units")}
            hint={t("cost.hint.units")}
            inputMode="decimal"
            autoComplete="off"
            width="max-w-40"
          />
          <DateField name="usedOn" label={t("cost.field.usedOn")} hint={t("cost.hint.usedOn")} />
          <Select name="payerId" label={t("cost.field.payerId")} options={payers} placeholder={none} />
          <Select
            name="form"
            label={t("cost.field.form")}
            options={costForms.map((value) => ({ value, label: t(`cost.kind.${value}`) }))}
            placeholder={none}
          />
        </div>
      </FieldGroup>
      <Button look="main" width="full on a phone">
        {submit}
      </Button>
      <UnsavedText />
    </PostForm>
  );
}
