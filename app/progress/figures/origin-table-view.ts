import { to } from "#app/addresses.ts";
import { attendanceRate } from "#app/attendance/measures.rules.ts";
import { collator, formatNumber, formatShare } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { noInstitution, type OriginFigures } from "#app/progress/rules.ts";
import { type Figures, type PeopleGroup, sumOf } from "#app/statistics/rules.ts";
import type { OriginName, OriginNames } from "./origin-names.ts";

/** A number and the address of the rows behind it; no address where there are no rows. */
export type Linked = { text: string; to: string | null };
export type OriginCells = Record<"enrolled" | "attending" | "certified" | "reserve" | "rate", Linked>;
export type CountryView = {
  country: string;
  name: string;
  cells: OriginCells;
  institutions: { name: OriginName; cells: OriginCells }[];
};

type Query = { programme: string; year: string; country?: string; institution?: string };

/** A row of figures as text, each number with its rows' address. */
export function cellsOf(figures: Figures, locale: Locale, query: Query): OriginCells {
  const rows = (group: PeopleGroup) => to.progressPeople({ locale }, { group, ...query });
  const cell = (group: PeopleGroup) => ({ text: formatNumber(locale, figures[group]), to: rows(group) });
  const rate = attendanceRate(figures);
  return {
    enrolled: cell("enrolled"),
    attending: cell("attending"),
    certified: cell("certified"),
    reserve: cell("reserve"),
    rate: { text: formatShare(locale, rate), to: rate === null ? null : rows("marked") },
  };
}

type Naming = { locale: Locale; institution: OriginNames; country: (code: string) => string };

/** Countries with their institutions, both in the order of their names; people without an institution come last. */
export function originTable(
  rows: OriginFigures[],
  query: Query,
  { locale, institution, country }: Naming,
): CountryView[] {
  const compare = collator(locale);
  return [...Map.groupBy(rows, (row) => row.country)]
    .map(([code, own]) => ({
      country: code,
      name: country(code),
      cells: cellsOf(sumOf(own), locale, { ...query, country: code }),
      institutions: own
        .map((row) => ({
          name: institution(row),
          isLast: row.institutionId === null,
          cells: cellsOf(row, locale, { ...query, country: code, institution: row.institution ?? noInstitution }),
        }))
        .sort((a, b) => Number(a.isLast) - Number(b.isLast) || compare(a.name.text, b.name.text))
        .map(({ name, cells }) => ({ name, cells })),
    }))
    .sort((a, b) => compare(a.name, b.name));
}
