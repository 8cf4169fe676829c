import { attendanceRate, type Marks } from "#app/attendance/measures.rules.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { Id } from "#db/id.ts";

/** Cancelled workshops, and whoever enrolled in them, stand outside every figure. */
export const workshopGroups = ["planned", "running", "completed"] as const;
export type WorkshopGroup = (typeof workshopGroups)[number];

export const statesOf: Record<WorkshopGroup, readonly WorkshopState[]> = {
  planned: ["draft", "published", "open", "closed"],
  running: ["running"],
  completed: ["completed"],
};

export const groupOf = (state: WorkshopState): WorkshopGroup | null =>
  workshopGroups.find((group) => statesOf[group].includes(state)) ?? null;

/**
 * Of the enrolments with a seat: all, those who came, those with a certificate, the marks of the rate. And the reserve.
 */
export const peopleGroups = ["enrolled", "attending", "certified", "marked", "reserve"] as const;
export type PeopleGroup = (typeof peopleGroups)[number];

export type Figures = Record<PeopleGroup, number> & Marks;

/** Where the people of a figure come from. `institution` is its code; null where a person has none. */
export type Origin = { country: string; institutionId: Id<"institution"> | null; institution: string | null };
export type OriginFigures = Origin & Figures;

/** In addresses, where a person belongs to no institution. */
export const noInstitution = "none";

export const nothing: Figures = {
  enrolled: 0,
  attending: 0,
  certified: 0,
  marked: 0,
  reserve: 0,
  attended: 0,
  counted: 0,
};

export function sumOf(rows: readonly Figures[]): Figures {
  const sum = { ...nothing };
  // written out: a report adds thousands of rows, and a loop over the names takes five times as long
  for (const { enrolled, attending, certified, marked, reserve, attended, counted } of rows) {
    sum.enrolled += enrolled;
    sum.attending += attending;
    sum.certified += certified;
    sum.marked += marked;
    sum.reserve += reserve;
    sum.attended += attended;
    sum.counted += counted;
  }
  return sum;
}

export const originKey = ({ country, institutionId }: Omit<Origin, "institution">) =>
  `${country} ${institutionId ?? ""}`;

/** One row an institution, whatever the countries its people come from. */
export function byInstitution(rows: readonly OriginFigures[]): (Figures & Omit<Origin, "country">)[] {
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
