import { writeDecimal } from "../decimal.rules.ts";
import { costWhat, exchangeGroup, tariffName, tariffRateGroup } from "./form.ts";
import type { CostLine, findExchange, ProgrammeTariff } from "./queries.ts";
import { currencyDigits, rateDigits, unitDigits } from "./rules.ts";

export const costValues = ({ what, tariffId, units, usedOn, payerId, form }: CostLine): Record<string, string> => ({
  ...costWhat.write(what),
  ...{ tariffId, usedOn, payerId, form, units: writeDecimal(units, unitDigits) },
});

export const tariffValues = ({ name, unit, currency, rates }: ProgrammeTariff): Record<string, string> => ({
  ...tariffName.write(name),
  ...{ unit, currency },
  ...tariffRateGroup.write(
    rates.map(({ validFrom, amount }) => ({ validFrom, amount: writeDecimal(amount, currencyDigits[currency]) })),
  ),
});

export const exchangeValues = ({
  into,
  exchange,
}: Awaited<ReturnType<typeof findExchange>>): Record<string, string> => ({
  currency: into,
  ...exchangeGroup.write(
    exchange.map(({ currency, validFrom, rate }) => ({ currency, validFrom, rate: writeDecimal(rate, rateDigits) })),
  ),
});
