import { attendanceRate, type Marks } from "#app/attendance/measures.rules.ts";
import { type Figures, type Origin, sumOf } from "#app/statistics/rules.ts";
import type { LocalDate } from "#app/time/wall-time.ts";

/** With the institution's code; null where a person has none. */
export type PlacedOrigin = Origin & { institution: string | null };
export type OriginFigures = PlacedOrigin & Figures;

/** In addresses, where a person belongs to no institution. */
export const noInstitution = "none";

/** One row an institution, whatever the countries its people come from. */
export function byInstitution(rows: readonly OriginFigures[]): (Figures & Omit<PlacedOrigin, "country">)[] {
  return [...Map.groupBy(rows, ({ institutionId }) => institutionId)].map(([institutionId, own]) => ({
    ...sumOf(own),
    institutionId,
    institution: own[0]?.institution ?? null,
  }));
}

/** The rows with most marks, the highest rate first. A rate of few marks says little, so rows with few are left out. */
export function ranked<Row extends Marks>(rows: readonly Row[], most: number): (Row & { rate: number })[] {
  return rows
    .toSorted((a, b) => b.counted - a.counted)
    .flatMap((row) => {
      const rate = attendanceRate(row);
      return rate === null ? [] : [{ ...row, rate }];
    })
    .slice(0, most)
    .sort((a, b) => b.rate - a.rate);
}

/** First day, and the first day that is over. */
export type Period = { from: LocalDate; until: LocalDate };

/** `2026` is January to December, Mexico's fiscal year; `fy2026` is April 2026 to March 2027, Japan's. */
export function periodOf(year: string): Period | null {
  const [, fiscal, digits] = /^(fy)?((?:19|20)\d{2})$/.exec(year) ?? [];
  if (!digits) return null;
  const start = fiscal ? "04-01" : "01-01";
  return { from: `${Number(digits)}-${start}`, until: `${Number(digits) + 1}-${start}` };
}

/** The years that a choice of months falls into, newest first. Months read `2026-11`. */
export function yearsOf(months: readonly string[]): { calendar: number[]; fiscal: number[] } {
  const newestFirst = (years: number[]) => [...new Set(years)].sort((a, b) => b - a);
  return {
    calendar: newestFirst(months.map((month) => Number(month.slice(0, 4)))),
    fiscal: newestFirst(months.map(fiscalYear)),
  };
}

const fiscalYear = (month: string) => Number(month.slice(0, 4)) - (month.slice(5, 7) < "04" ? 1 : 0);
