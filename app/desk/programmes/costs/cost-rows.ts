import { formatMoney, formatNumber, formatShortDate } from "#app/i18n/format.ts";
import { type Texts, textIn } from "#app/i18n/locales.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { findExchange, listCostLines, listTariffs } from "#app/programmes/costs/queries.ts";
import { type Currency, decimalText, type Priced, priced, rateDigits } from "#app/programmes/costs/rules.ts";
import { writeDecimal } from "#app/programmes/decimal.rules.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Reading } from "#app/web/doors/door.ts";
import type { Id } from "#db/id.ts";

export type CostRow = Awaited<ReturnType<typeof costRows>>["rows"][number];
type Visit = Pick<Reading, "db" | "locale" | "t" | "at" | "actor">;

/** A programme's cost lines with what they come to, and the sums beside them, still as whole numbers. */
export async function costRows({ db, locale, t, at, actor }: Visit, programme: { id: Id<"programme">; code: string }) {
  const tariffs = new Map((await listTariffs(db, programme.id)).map((tariff) => [tariff.id, tariff]));
  const { into, exchange } = await findExchange(db, programme.id);
  const institutionOf = await institutionNames(db, localDate(at, actor.zone), locale);
  const amount = (value: bigint | null, currency: Currency) =>
    value === null ? null : formatMoney(locale, decimalText(value, currency), currency);
  const found = (await listCostLines(db, programme.id)).flatMap((line) => {
    const tariff = tariffs.get(line.tariffId);
    if (!tariff) return [];
    return [{ line, tariff, price: priced(line, tariff, { into, exchange }) }];
  });
  const rows = found.map(({ line, tariff, price }) => ({
    id: line.id,
    programme: programme.code,
    what: textIn(line.what, locale),
    tariff: textIn(tariff.name as Texts, locale),
    payer: institutionOf(line.payerId) ?? { text: "–", lang: locale },
    form: line.form,
    units: line.units / 100,
    unitsText: formatNumber(locale, line.units / 100),
    unit: t(`programmes:tariff.unit.${tariff.unit}`),
    usedOn: line.usedOn,
    day: formatShortDate(locale, line.usedOn),
    currency: tariff.currency,
    ...sumsOf(price, tariff.currency, into),
    priceText: price.price === null ? null : amount(BigInt(price.price), tariff.currency),
    amountText: amount(price.amount, tariff.currency),
    totalText: amount(price.total, into),
    exchange: price.exchange && {
      currency: tariff.currency,
      into,
      rate: writeDecimal(price.exchange.rate, rateDigits),
      day: formatShortDate(locale, price.exchange.validFrom),
    },
  }));
  const paid = found.map(({ line, price }) => ({ payer: line.payerId, form: line.form, total: price.total }));
  return { rows, paid, into, institutionOf };
}

const sumsOf = ({ price, amount, total, exchange }: Priced, currency: Currency, into: Currency) => ({
  price: price === null ? null : Number(decimalText(BigInt(price), currency)),
  amount: amount === null ? null : Number(decimalText(amount, currency)),
  total: total === null ? null : Number(decimalText(total, into)),
  rate: exchange && exchange.rate / 1_000_000,
  rateOn: exchange?.validFrom ?? null,
});
