import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { tariffRateGroup } from "#app/programmes/costs/form.ts";
import { currencies, maxTariffRates, tariffUnits } from "#app/programmes/costs/rules.ts";
import { numbersTo } from "#app/programmes/rules.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Dispute } from "#app/ui/form/dispute.tsx";
import { FieldGroup } from "#app/ui/form/field-group.tsx";
import { Select, TextField } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { LocalisedFields } from "#app/ui/form/localised-fields.tsx";
import { DateField } from "#app/web/date-field.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";
import { rowsInWords } from "../rows-in-words.ts";

/** What one unit of something costs, and since when. */
export function TariffForm({ initial, submit }: { initial?: Record<string, string>; submit: string }) {
  const { t } = useTranslation("programmes");
  const rows = numbersTo(maxTariffRates);
  const labels = Object.fromEntries([
    ...locales.map((lang) => [
      `name.${lang}`,
      t("field.in", { field: t("tariff.field.name"), language: endonyms[lang] }),
    ]),
    ["unit", t("tariff.field.unit")],
    ["currency", t("tariff.field.currency")],
    ["rate", t("tariff.rates")],
    ...rows.flatMap((row) => [
      [tariffRateGroup.nameOf(row, "validFrom"), t("tariff.field.validFrom", { row })],
      [tariffRateGroup.nameOf(row, "amount"), t("tariff.field.amount", { row })],
    ]),
  ]);
  const none = t("choice.none");
  return (
    <PostForm initial={initial} labels={labels}>
      <FieldGroup legend={t("tariff.field.name")} hint={t("tariff.hint.name")} need="required">
        <LocalisedFields name="name" maxLength={120} />
        <div className="fields sm:grid-cols-2">
          <Select
            name="unit"
            label={t("tariff.field.unit")}
            options={tariffUnits.map((value) => ({ value, label: t(`tariff.unit.${value}`) }))}
            placeholder={none}
          />
          <Select
            name="currency"
            label={t("tariff.field.currency")}
            options={currencies.map((value) => ({ value, label: t(`currency.${value}`) }))}
            placeholder={none}
          />
        </div>
      </FieldGroup>
      <FieldGroup legend={t("tariff.rates")} hint={t("tariff.hint.rates")} need="required">
        <div className="mb-6 empty:hidden">
          <Dispute name="rate" label={t("tariff.rates")} show={(side) => rowsInWords(tariffRateGroup, side)} />
        </div>
        <div className="grid gap-x-12 xl:grid-cols-2">
          {rows.map((row) => (
            <div key={row} className="fields grid-cols-[minmax(0,1fr)_minmax(0,1fr)] *:mb-2">
              <DateField
                name={tariffRateGroup.nameOf(row, "validFrom")}
                label={t("tariff.field.validFrom", { row })}
                optional={row > 1}
              />
              <TextField
                name={tariffRateGroup.nameOf(row, "amount")}
                label={t("tariff.field.amount", { row })}
                inputMode="decimal"
                autoComplete="off"
                width="max-w-40"
                optional={row > 1}
              />
            </div>
          ))}
        </div>
      </FieldGroup>
      <Button look="main" width="full on a phone">
        {submit}
      </Button>
      <UnsavedText />
    </PostForm>
  );
}
