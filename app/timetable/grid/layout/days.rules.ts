import { daysBetween, type LocalDate, plusLocalDays } from "#app/time/wall-time.ts";
import type { PlannedDays } from "#app/workshops/rules.ts";

/** A Monday. */
const someMonday = "2024-01-01";

/** Days one after another. */
export type Week = [LocalDate, ...LocalDate[]];

/**
 * Days on which something takes place, in their order, as weeks from Monday to Sunday: in each, every day from the
 * first to the last, so that a free day between shows as one.
 */
export function weeksOf(days: readonly LocalDate[]): Week[] {
  const weeks = Map.groupBy(days, (day) => Math.floor(daysBetween(someMonday, day) / 7));
  return [...weeks.values()].map(([first, ...rest]) => {
    const from = first as LocalDate;
    return [from, ...daysAfter(from, rest.at(-1) ?? from)];
  });
}

const daysAfter = (from: LocalDate, last: LocalDate) =>
  Array.from({ length: daysBetween(from, last) }, (_, index) => plusLocalDays(from, index + 1));

/** More days than these beside each other are too narrow to read and too many to draw. */
const mostBeside = 14;

/** All days of a workshop, as parts that are drawn beside each other: whole weeks, where there are several parts. */
export function partsOf({ startsOn, endsOn }: PlannedDays): Week[] {
  const days: Week = [startsOn, ...daysAfter(startsOn, endsOn)];
  if (days.length <= mostBeside) return [days];
  const parts: Week[] = [];
  for (const week of weeksOf(days)) {
    const last = parts.at(-1);
    if (last && last.length + week.length <= mostBeside) last.push(...week);
    else parts.push([...week]);
  }
  return parts;
}

/** Saturday or Sunday. */
export const isWeekend = (day: LocalDate) => ((daysBetween(someMonday, day) % 7) + 7) % 7 > 4;
