import { useTranslation } from "#app/i18n/use-translation.ts";
import { exchangeGroup } from "#app/programmes/costs/form.ts";
import { currencies, maxExchangeRates } from "#app/programmes/costs/rules.ts";
import { numbersTo } from "#app/programmes/rules.ts";
import { Dispute } from "#app/ui/form/dispute.tsx";
import { FieldGroup } from "#app/ui/form/field-group.tsx";
import { Select, TextField } from "#app/ui/form/fields.tsx";
import { PostForm, useFormState } from "#app/ui/form/form.tsx";
import { SaveBar } from "#app/ui/form/save-bar.tsx";
import { DateField } from "#app/web/date-field.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";
import { rowsInWords } from "../rows-in-words.ts";

const parts = ["currency", "validFrom", "rate"] as const;

/** In which currency a programme is added up, and what the others are worth in it since when. */
export function ExchangeForm({ initial }: { initial: Record<string, string> }) {
  const { t } = useTranslation("programmes");
  const labels = Object.fromEntries([
    ["currency", t("exchange.field.into")],
    ["rate", t("exchange.rates")],
    ...numbersTo(maxExchangeRates).flatMap((row) =>
      parts.map((part) => [exchangeGroup.nameOf(row, part), t(`exchange.field.${part}`, { row })]),
    ),
  ]);
  const options = currencies.map((value) => ({ value, label: t(`currency.${value}`) }));
  return (
    <PostForm initial={initial} labels={labels}>
      <FieldGroup legend={t("exchange.field.into")} hint={t("exchange.hint.into")}>
        <Select name="currency" label={t("exchange.field.into")} options={options} width="max-w-80" />
      </FieldGroup>
      <FieldGroup legend={t("exchange.rates")} hint={t("exchange.hint.rates")} need="optional">
        <div className="mb-6 empty:hidden">
          <Dispute name="rate" label={t("exchange.rates")} show={(side) => rowsInWords(exchangeGroup, side)} />
        </div>
        <Rates initial={initial} options={options} />
      </FieldGroup>
      <SaveBar label={t("exchange.save")} />
      <UnsavedText />
    </PostForm>
  );
}

type RatesProps = { initial: Record<string, string>; options: { value: string; label: string }[] };

/** Those that are there, and four more. */
function Rates({ initial, options }: RatesProps) {
  const { t } = useTranslation("programmes");
  const { values } = useFormState();
  const isFilled = (row: number) =>
    parts.some((part) => [exchangeGroup.nameOf(row, part)].some((name) => initial[name] || values[name]));
  const last = numbersTo(maxExchangeRates).findLast(isFilled) ?? 0;
  return numbersTo(Math.min(maxExchangeRates, last + 4)).map((row) => (
    <div key={row} className="fields sm:grid-cols-3 *:mb-2">
      <Select
        name={exchangeGroup.nameOf(row, "currency")}
        label={t("exchange.field.currency", { row })}
        options={options}
        placeholder={t("choice.none")}
        optional
      />
      <DateField
        name={exchangeGroup.nameOf(row, "validFrom")}
        label={t("exchange.field.validFrom", { row })}
        optional
      />
      <TextField
        name={exchangeGroup.nameOf(row, "rate")}
        label={t("exchange.field.rate", { row })}
        inputMode="decimal"
        autoComplete="off"
        width="max-w-40"
        optional
      />
    </div>
  ));
}
