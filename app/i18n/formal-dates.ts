import type { LocalDate } from "#app/time/wall-time.ts";
import { formatDate, formatDay, formatPeriod } from "./format.ts";
import type { Locale } from "./locales.ts";

const eraYear = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", { era: "long", year: "numeric", timeZone: "UTC" });

/**
 * Dates as official sheets of paper write them. In Japanese these count the years by eras: 令和8年11月23日. Pages, mail
 * and files write 2026年, which their readers compare with calendars and with each other.
 */
export const formalDate = (locale: Locale, date: LocalDate) => byEra(formatDate(locale, date), [date]);
export const formalDay = (locale: Locale, date: LocalDate) => byEra(formatDay(locale, date), [date]);
export const formalPeriod = (locale: Locale, from: LocalDate, to: LocalDate) =>
  byEra(formatPeriod(locale, from, to), [from, to]);

/** Dates that a page shows to be compared with a sheet of paper: 2026年（令和8年）11月23日. */
export const comparableDate = (locale: Locale, date: LocalDate) => byEra(formatDate(locale, date), [date], withYear);
export const comparablePeriod = (locale: Locale, from: LocalDate, to: LocalDate) =>
  byEra(formatPeriod(locale, from, to), [from, to], withYear);

const withYear = (era: string, year: string) => `${year}（${era}）`;

/** @param days whose years stand in the text, in this order */
function byEra(text: string, days: LocalDate[], write = (era: string, _year: string) => era): string {
  const left = days.values();
  return text.replace(/\d{4}年/g, (year) => {
    const day = left.next().value;
    return day ? write(eraYear.format(new Date(`${day}T00:00:00Z`)), year) : year;
  });
}
