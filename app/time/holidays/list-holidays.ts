import type { LocalDate } from "#app/time/wall-time.ts";
import type { Holiday } from "./holiday.ts";
import { japaneseHolidays } from "./japan.ts";
import { mexicanHolidays } from "./mexico.ts";

const makers = { MX: mexicanHolidays, JP: japaneseHolidays };
export type HolidayCountry = keyof typeof makers;
export const holidayCountries = Object.keys(makers) as HolidayCountry[];

/** The laws are as they have been since then; equinoxes can be computed until then. */
const known = { from: 2007, to: 2099 };

const years = new Map<string, readonly Holiday[]>();

/**
 * Holidays of a country from one day to another, both included, by day; a day has one at most. Polling days are left
 * out: they are Sundays.
 * @returns nothing for days before 2007 and after 2099, and for countries whose laws are not known here
 */
export function listHolidays(country: string, from: LocalDate, to: LocalDate): Holiday[] {
  const ours = holidayCountries.find((candidate) => candidate === country);
  if (!ours) return [];
  const found: Holiday[] = [];
  const last = Math.min(yearOf(to), known.to);
  for (let year = Math.max(yearOf(from), known.from); year <= last; year++) found.push(...holidaysOfYear(ours, year));
  return found.filter(({ on }) => on >= from && on <= to);
}

function holidaysOfYear(country: HolidayCountry, year: number): readonly Holiday[] {
  const name = `${country} ${year}`;
  const remembered = years.get(name);
  if (remembered) return remembered;
  const made = makers[country](year).toSorted((a, b) => (a.on < b.on ? -1 : 1));
  years.set(name, made);
  return made;
}

const yearOf = (day: LocalDate) => Number(day.slice(0, 4));
