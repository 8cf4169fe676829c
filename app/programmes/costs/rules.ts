import type { LocalDate } from "#app/time/wall-time.ts";

/** With how many digits each is written: the yen has no smaller part. */
export const currencyDigits = { MXN: 2, JPY: 0, USD: 2, EUR: 2 } as const;
export const currencies = ["MXN", "JPY", "USD", "EUR"] as const satisfies (keyof typeof currencyDigits)[];
export type Currency = (typeof currencies)[number];

export const tariffUnits = ["hour", "day", "night", "person", "trip", "piece", "lump"] as const;
export const costForms = ["money", "inKind"] as const;
export type CostForm = (typeof costForms)[number];

/** Of what is used, and of an exchange rate. */
export const unitDigits = 2;
export const rateDigits = 6;
/** More than a tariff, or an exchange rate, changes in a programme of some years. */
export const maxTariffRates = 8;
export const maxExchangeRates = 16;

type Dated = { validFrom: LocalDate };

/** What holds on a day: the latest that has begun; null before the first. They come in the order of their days. */
export const validOn = <Rate extends Dated>(rates: readonly Rate[], day: LocalDate): Rate | null =>
  rates.findLast(({ validFrom }) => validFrom <= day) ?? null;

/** Halves go up. Whole numbers all the way: money is never a fraction of a computer's. */
const rounded = (numerator: bigint, denominator: bigint) => (2n * numerator + denominator) / (2n * denominator);

const power = (digits: number) => 10n ** BigInt(digits);

/** What so many hundredths of a unit cost, in the smallest part of the tariff's currency. */
export const amountOf = (units: number, price: number): bigint =>
  rounded(BigInt(units) * BigInt(price), power(unitDigits));

/** An amount in another currency. The rate says how much of that one whole unit of the former is, in millionths. */
export const converted = (amount: bigint, from: Currency, to: Currency, rate: number): bigint =>
  rounded(amount * BigInt(rate) * power(currencyDigits[to]), power(rateDigits) * power(currencyDigits[from]));

type CostFacts = { units: number; usedOn: LocalDate };
type Tariff = { currency: Currency; rates: readonly (Dated & { amount: number })[] };
export type ExchangeRate = Dated & { currency: Currency; rate: number };

/** What a line costs in its tariff's currency, and in the programme's by which rate; null where either is not known. */
export type Priced = {
  price: number | null;
  amount: bigint | null;
  total: bigint | null;
  exchange: ExchangeRate | null;
};

export function priced(
  { units, usedOn }: CostFacts,
  { currency, rates }: Tariff,
  { into, exchange: known }: { into: Currency; exchange: readonly ExchangeRate[] },
): Priced {
  const price = validOn(rates, usedOn)?.amount ?? null;
  const amount = price === null ? null : amountOf(units, price);
  if (currency === into) return { price, amount, total: amount, exchange: null };
  const exchange = validOn(
    known.filter((rate) => rate.currency === currency),
    usedOn,
  );
  const total = amount === null || !exchange ? null : converted(amount, currency, into, exchange.rate);
  return { price, amount, total, exchange };
}

type Paid<Payer> = { payer: Payer; form: CostForm; total: bigint | null };
type PayerSum<Payer> = { payer: Payer; sums: Record<CostForm, bigint>; total: bigint };

/** What each has paid, in money and in kind, the largest first. A line without a total stands outside. */
export function sumsByPayer<Payer>(lines: readonly Paid<Payer>[]): PayerSum<Payer>[] {
  return [...Map.groupBy(lines, ({ payer }) => payer)]
    .map(([payer, own]) => {
      const sums = { money: 0n, inKind: 0n };
      for (const { form, total } of own) sums[form] += total ?? 0n;
      return { payer, sums, total: sums.money + sums.inKind };
    })
    .sort((a, b) => (a.total === b.total ? 0 : a.total > b.total ? -1 : 1));
}

/** Of a sum, between 0 and 1, for a picture or a percentage. */
export const shareOf = (part: bigint, whole: bigint): number =>
  whole === 0n ? 0 : Number((part * 1_000_000n) / whole) / 1_000_000;

/** As a decimal text, exact: what a format or a spreadsheet takes. */
export function decimalText(amount: bigint, currency: Currency): string {
  const digits = currencyDigits[currency];
  const text = String(amount).padStart(digits + 1, "0");
  return digits ? `${text.slice(0, -digits)}.${text.slice(-digits)}` : text;
}
