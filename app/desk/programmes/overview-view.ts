import { formatNumber, formatShortPeriod } from "#app/i18n/format.ts";
import { countryName } from "#app/institutions/country-name.ts";
import type { StoredProgramme } from "#app/programmes/queries.ts";
import { findFiscalYears } from "#app/statistics/indicators/fiscal-years.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Reading } from "#app/web/doors/door.ts";
import type { FiscalView } from "./fiscal-table.tsx";

/** The fiscal years of a programme in the reader's words. */
export async function fiscalView(
  { db, locale, t, at, actor }: Pick<Reading, "db" | "locale" | "t" | "at" | "actor">,
  programme: StoredProgramme,
): Promise<FiscalView> {
  const today = localDate(at, actor.zone);
  const number = (value: number) => formatNumber(locale, value);
  return (await findFiscalYears(db, programme)).map(({ country: code, years }) => ({
    code,
    country: countryName(code, locale, t),
    years: years.map(({ year, from, to, held, toCome, people, certificates }) => ({
      year,
      period: formatShortPeriod(locale, from, to),
      isNow: from <= today && today <= to,
      ...{ held: number(held), toCome: number(toCome), people: number(people), certificates: number(certificates) },
    })),
  }));
}
