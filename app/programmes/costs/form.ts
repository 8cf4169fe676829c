import { z } from "zod";
import { localised, numbered } from "#app/web/field-groups.ts";
import { choice, optionalText, requiredId } from "#app/web/fields.ts";
import { day, dayOrNothing, isDay } from "../day.ts";
import { readDecimal } from "../decimal.rules.ts";
import { numbersTo } from "../rules.ts";
import {
  type Currency,
  costForms,
  currencies,
  currencyDigits,
  maxExchangeRates,
  maxTariffRates,
  rateDigits,
  tariffUnits,
  unitDigits,
} from "./rules.ts";

const number = optionalText(24, "programmes:cost.form.number");

export const costWhat = localised("what", 160);
export const tariffName = localised("name", 120);

const unitsOf = (text: string) => readDecimal(text, unitDigits) ?? 0;

export const costForm = z
  .object({
    ...costWhat.fields,
    tariffId: requiredId<"programmeTariff">("common:form.choose"),
    units: number.refine((text) => unitsOf(text) > 0, "programmes:cost.form.number"),
    usedOn: day,
    payerId: requiredId<"institution">("common:form.choose"),
    form: choice(costForms),
  })
  .refine((form) => !costWhat.isMissing(form), {
    path: ["what.es"],
    message: "programmes:cost.form.what",
    when: () => true,
  })
  .transform(({ units, ...form }) => ({ ...form, units: unitsOf(units) }));
export type CostInput = z.output<typeof costForm>;

/** An amount in one currency or another. */
const isAmount = (text: string) => Object.values(currencyDigits).some((digits) => readDecimal(text, digits) !== null);

/** Both may stay empty in a row that is not used; what is typed says at once where it is no day, or no number. */
const ratePart = {
  validFrom: dayOrNothing.refine((text) => text === "" || isDay(text), "programmes:form.date"),
  amount: number.refine((text) => text === "" || isAmount(text), "programmes:tariff.form.amount"),
};

export const tariffRateGroup = numbered("rate", numbersTo(maxTariffRates), ratePart);

const tariffFields = {
  ...tariffName.fields,
  unit: choice(tariffUnits),
  currency: choice(currencies),
  ...tariffRateGroup.fields,
};

export const tariffForm = z
  .object(tariffFields)
  .superRefine((typed, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
    if (tariffName.isMissing(typed)) refuse("name.es", "programmes:tariff.form.name");
    const rows = tariffRateGroup.read(typed);
    if (!rows.length) refuse(tariffRateGroup.nameOf(1, "amount"), "programmes:tariff.form.none");
    const seen = new Set<string>();
    for (const { row, validFrom, amount } of rows) {
      // what is no day and no number at all has been said by the field itself
      if (validFrom === "") refuse(tariffRateGroup.nameOf(row, "validFrom"), "programmes:form.date");
      else if (seen.has(validFrom)) refuse(tariffRateGroup.nameOf(row, "validFrom"), "programmes:tariff.form.twice");
      if ((amount === "" || isAmount(amount)) && (amountIn(amount, typed.currency) ?? -1) < 0)
        refuse(tariffRateGroup.nameOf(row, "amount"), "programmes:tariff.form.amount");
      seen.add(validFrom);
    }
  })
  .transform((typed) => ({
    name: tariffName.read(typed),
    unit: typed.unit,
    currency: typed.currency,
    rates: tariffRateGroup
      .read(typed)
      .flatMap(({ validFrom, amount }) =>
        isDay(validFrom) ? [{ validFrom, amount: amountIn(amount, typed.currency) ?? 0 }] : [],
      )
      .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1)),
  }));
export type TariffInput = z.output<typeof tariffForm>;

const amountIn = (text: string, currency: Currency) => readDecimal(text, currencyDigits[currency]);

export const exchangeGroup = numbered("rate", numbersTo(maxExchangeRates), {
  currency: optionalText(3),
  validFrom: dayOrNothing,
  rate: number,
});

const isCurrency = (text: string): text is Currency => (currencies as readonly string[]).includes(text);
const millionths = (text: string) => readDecimal(text, rateDigits) ?? 0;

/** In which currency a programme is added up, and what the others are worth in it. */
export const exchangeForm = z
  .object({ currency: choice(currencies), ...exchangeGroup.fields })
  .superRefine((typed, context) => {
    const seen = new Set<string>();
    for (const row of exchangeGroup.read(typed as Record<string, string>)) {
      const refuse = (part: "currency" | "validFrom" | "rate", message: string) =>
        context.addIssue({ code: "custom", path: [exchangeGroup.nameOf(row.row, part)], message });
      const name = `${row.currency} ${row.validFrom}`;
      if (!isCurrency(row.currency)) refuse("currency", "common:form.choose");
      else if (row.currency === typed.currency) refuse("currency", "programmes:exchange.form.same");
      else if (seen.has(name)) refuse("validFrom", "programmes:exchange.form.twice");
      if (!isDay(row.validFrom)) refuse("validFrom", "programmes:form.date");
      if (millionths(row.rate) <= 0) refuse("rate", "programmes:exchange.form.rate");
      seen.add(name);
    }
  })
  .transform((typed) => ({
    currency: typed.currency,
    rates: exchangeGroup
      .read(typed as Record<string, string>)
      .flatMap(({ currency, validFrom, rate }) =>
        isCurrency(currency) && isDay(validFrom) ? [{ currency, validFrom, rate: millionths(rate) }] : [],
      ),
  }));
export type ExchangeInput = z.output<typeof exchangeForm>;

/** What is taken away from a list. */
export const costRemovalForm = z.object({ id: requiredId<"costLine">() });
export const tariffRemovalForm = z.object({ id: requiredId<"programmeTariff">() });
