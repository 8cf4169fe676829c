import type { LocalDate } from "#app/time/wall-time.ts";

/** Mexico's fiscal year is the calendar's, Japan's begins in April. */
export const fiscalCountries = ["MX", "JP"] as const;
type FiscalCountry = (typeof fiscalCountries)[number];

const begins: Record<FiscalCountry, string> = { MX: "01-01", JP: "04-01" };
const ends: Record<FiscalCountry, string> = { MX: "12-31", JP: "03-31" };

type FiscalYear = { country: FiscalCountry; year: number; from: LocalDate; to: LocalDate };

/** The fiscal year of a country in which a day lies. */
export function fiscalYearOf(country: FiscalCountry, day: LocalDate): FiscalYear {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < begins[country] ? 1 : 0);
  const last = country === "JP" ? year + 1 : year;
  return {
    country,
    year,
    from: `${year}-${begins[country]}` as LocalDate,
    to: `${last}-${ends[country]}` as LocalDate,
  };
}

/** The fiscal years of a country that a programme touches, from the first on. */
export function fiscalYearsOf(country: FiscalCountry, startsOn: LocalDate, endsOn: LocalDate): FiscalYear[] {
  const first = fiscalYearOf(country, startsOn);
  const { year: last } = fiscalYearOf(country, endsOn);
  return Array.from({ length: last - first.year + 1 }, (_, index) =>
    fiscalYearOf(country, `${first.year + index}-06-01` as LocalDate),
  );
}
