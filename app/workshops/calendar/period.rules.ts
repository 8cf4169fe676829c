import { daysBetween, type LocalDate, plusLocalDays } from "#app/time/wall-time.ts";

export const periodKinds = ["month", "quarter", "year", "fiscalYear"] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** A stretch of days that a calendar shows. Both days belong to it. */
export type CalendarPeriod = {
  kind: PeriodKind;
  /** In addresses: `2026-11`, `2026-Q4`, `2026`, or `fy2026` for Japan's fiscal year from April 2026 to March 2027. */
  name: string;
  from: LocalDate;
  to: LocalDate;
};

/** No calendar leads beyond. */
const [firstYear, lastYear] = [2000, 2099];

const monthsOf: Record<PeriodKind, number> = { month: 1, quarter: 3, year: 12, fiscalYear: 12 };

/** The period of such a name; null for anything else. */
export function periodNamed(name: string): CalendarPeriod | null {
  const [, fiscal, year = "", quarter, month] = /^(fy)?(20\d\d)(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(name) ?? [];
  if (!year || (fiscal && (quarter || month))) return null;
  if (month) return periodFrom("month", Number(year), Number(month));
  if (quarter) return periodFrom("quarter", Number(year), Number(quarter) * 3 - 2);
  return fiscal ? periodFrom("fiscalYear", Number(year), 4) : periodFrom("year", Number(year), 1);
}

/** The period of a kind that holds a day. */
export function periodHolding(kind: PeriodKind, day: LocalDate): CalendarPeriod {
  const [year = 0, month = 1] = day.split("-").map(Number);
  if (kind === "month") return periodFrom(kind, year, month);
  if (kind === "quarter") return periodFrom(kind, year, month - ((month - 1) % 3));
  return kind === "year" ? periodFrom(kind, year, 1) : periodFrom(kind, month < 4 ? year - 1 : year, 4);
}

function periodFrom(kind: PeriodKind, year: number, month: number): CalendarPeriod {
  const from = firstOf(year, month);
  const to = plusLocalDays(firstOf(year, month + monthsOf[kind]), -1);
  const name = { month: from.slice(0, 7), quarter: `${year}-Q${(month + 2) / 3}`, year: `${year}` };
  return { kind, name: kind === "fiscalYear" ? `fy${year}` : name[kind], from, to };
}

/** The first day of a month; the thirteenth is January of the next year. */
const firstOf = (year: number, month: number) =>
  `${month > 12 ? year + 1 : year}-${String(month > 12 ? month - 12 : month).padStart(2, "0")}-01` as LocalDate;

/** The one before or behind it; null where calendars end. */
export function neighbourOf({ kind, from, to }: CalendarPeriod, side: "before" | "after"): CalendarPeriod | null {
  const neighbour = periodHolding(kind, side === "before" ? plusLocalDays(from, -1) : plusLocalDays(to, 1));
  const year = Number(neighbour.from.slice(0, 4));
  return year < firstYear || year > lastYear ? null : neighbour;
}

/** What another kind of period shows that looks at the same time: today where that is in sight. */
export const periodAround = (kind: PeriodKind, { from, to }: CalendarPeriod, today: LocalDate) =>
  periodHolding(kind, today >= from && today <= to ? today : from);

export const daysIn = ({ from, to }: Pick<CalendarPeriod, "from" | "to">) => daysBetween(from, to) + 1;

/** Days on which a fiscal year begins: 1 January in Mexico, 1 April in Japan. */
export function fiscalYearEdges({ from, to }: CalendarPeriod): { on: LocalDate; country: "MX" | "JP" }[] {
  const years = [...new Set([from.slice(0, 4), to.slice(0, 4)])];
  return years
    .flatMap((year) => [
      { on: `${year}-01-01` as LocalDate, country: "MX" as const },
      { on: `${year}-04-01` as LocalDate, country: "JP" as const },
    ])
    .filter(({ on }) => on >= from && on <= to);
}

/** First days of the months of a period. */
export function monthsIn({ from, to }: CalendarPeriod): LocalDate[] {
  const months: LocalDate[] = [];
  for (let month = periodHolding("month", from); month.from <= to; month = periodHolding("month", nextDay(month.to)))
    months.push(month.from);
  return months;
}

const nextDay = (day: LocalDate) => plusLocalDays(day, 1);

/** Days from one to another, both included. */
export const daysFrom = (from: LocalDate, to: LocalDate): LocalDate[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => plusLocalDays(from, index));

/** The Monday of the week in which a day is. */
export const mondayOf = (day: LocalDate): LocalDate =>
  plusLocalDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

/** The weeks of a month, each from Monday to Sunday; the first and the last may hold days of other months. */
export function weeksShowing({ from, to }: CalendarPeriod): LocalDate[][] {
  const weeks: LocalDate[][] = [];
  for (let monday = mondayOf(from); monday <= to; monday = plusLocalDays(monday, 7))
    weeks.push(daysFrom(monday, plusLocalDays(monday, 6)));
  return weeks;
}
