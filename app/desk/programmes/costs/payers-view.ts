import { formatMoney, formatShare } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { type Currency, decimalText, shareOf, sumsByPayer } from "#app/programmes/costs/rules.ts";
import type { costRows } from "./cost-rows.ts";

export type PayersView = ReturnType<typeof payersView>;
type Costs = Pick<Awaited<ReturnType<typeof costRows>>, "paid" | "into" | "institutionOf">;

/** Who has paid how much of a programme, in its one currency. */
export function payersView({ paid, into, institutionOf }: Costs, locale: Locale) {
  const sums = sumsByPayer(paid);
  const all = sums.reduce((sum, { total }) => sum + total, 0n);
  const money = (value: bigint) => formatMoney(locale, decimalText(value, into), into);
  return {
    currency: into as Currency,
    total: money(all),
    /** Lines that could not be added up. */
    missing: paid.filter(({ total }) => total === null).length,
    payers: sums.map(({ payer, sums: { money: inMoney, inKind }, total }) => ({
      id: payer,
      name: institutionOf(payer) ?? { text: "–", lang: locale },
      money: money(inMoney),
      inKind: money(inKind),
      total: money(total),
      share: formatShare(locale, shareOf(total, all)),
      shares: { money: shareOf(inMoney, all), inKind: shareOf(inKind, all) },
    })),
  };
}
