import type { DayWords } from "#app/time/day-in-words.ts";
import type { Instant } from "#app/time/instant.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import type { Locale } from "./locales.ts";

/** Mexico's Spanish, and British English: it leaves no doubt which number is the day and which the month. */
export const tags: Record<Locale, string> = { es: "es-MX", ja: "ja-JP", en: "en-GB" };

/** Making a formatter costs some 80 µs, using one less than 1 µs: each is made once, when it is first asked for. */
function remembered<Formatter, Rest extends string[]>(make: (tag: string, ...rest: Rest) => Formatter) {
  const made = new Map<string, Formatter>();
  return (locale: Locale, ...rest: Rest): Formatter => {
    const name = rest.length > 0 ? `${locale} ${rest}` : locale;
    const known = made.get(name) ?? make(tags[locale], ...rest);
    made.set(name, known);
    return known;
  };
}

const dates = (options: Intl.DateTimeFormatOptions) =>
  remembered((tag) => new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" }));
const longDate = dates({ dateStyle: "long" });
const shortDate = dates({ day: "numeric", month: "short", year: "numeric" });
const dayWithLongName = dates({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const dayWithShortName = dates({ weekday: "short", day: "numeric", month: "long", year: "numeric" });
const month = dates({ month: "long", year: "numeric" });
const monthName = dates({ month: "short" });
const dayAndMonth = dates({ day: "numeric", month: "short" });
const weekdayNames = {
  long: dates({ weekday: "long" }),
  short: dates({ weekday: "short" }),
  narrow: dates({ weekday: "narrow" }),
};
const dayWithoutYear = dates({ weekday: "short", day: "numeric", month: "short" });
const moment = remembered(
  (tag, timeZone: string) =>
    new Intl.DateTimeFormat(tag, {
      ...{ day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
      timeZone,
    }),
);
const number = remembered((tag) => new Intl.NumberFormat(tag));
const percentage = remembered((tag) => new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 }));
const list = remembered((tag) => new Intl.ListFormat(tag, { type: "conjunction" }));
const duration = remembered((tag) => new Intl.DurationFormat(tag, { style: "long" }));
const noTime = remembered((tag) => new Intl.DurationFormat(tag, { style: "long", minutesDisplay: "always" }));
const order = remembered((tag) => new Intl.Collator(tag, { sensitivity: "base", numeric: true }));

const utc = (date: LocalDate) => new Date(`${date}T00:00:00Z`);

/** 23 de noviembre de 2026 · 2026年11月23日 · 23 November 2026 */
export const formatDate = (locale: Locale, date: LocalDate) => longDate(locale).format(utc(date));

/** lunes 23 de noviembre de 2026 · 2026年11月23日(月) · Monday 23 November 2026 */
export const formatDay = (locale: Locale, date: LocalDate) =>
  withoutComma((locale === "ja" ? dayWithShortName : dayWithLongName)(locale).format(utc(date)));

/** lun 23 nov · 11月23日(月) · Mon 23 Nov: where the year is told nearby. */
export const formatDayOfYear = (locale: Locale, date: LocalDate) =>
  withoutComma(dayWithoutYear(locale).format(utc(date)));

/** How `formatDay` writes, for where it cannot be called: in a browser. */
export function dayWords(locale: Locale): DayWords {
  const formatter = (locale === "ja" ? dayWithShortName : dayWithLongName)(locale);
  const partsOf = (date: string) => formatter.formatToParts(new Date(`${date}T00:00:00Z`));
  const nameIn = (date: string, type: string) => partsOf(date).find((part) => part.type === type)?.value ?? "";
  const pattern = partsOf("2026-11-23").map(({ type, value }) => (type === "literal" ? value : `{${type}}`));
  return {
    pattern: withoutComma(pattern.join("")),
    months: Array.from({ length: 12 }, (_, index) => nameIn(`2026-${String(index + 1).padStart(2, "0")}-01`, "month")),
    // the first of November 2026 is a Sunday
    weekdays: Array.from({ length: 7 }, (_, index) => nameIn(`2026-11-0${index + 1}`, "weekday")),
  };
}

const withoutComma = (day: string) => day.replace(", ", " ").replace("(", "（").replace(")", "）");

/** 3 nov 2026 · 2026/11/3 · 3 Nov 2026: for tables. */
/** The name of a day of the week by its number of ISO 8601: 1 is Monday. */
export const dayOfWeekName = (locale: Locale, weekday: number) => dayWords(locale).weekdays[weekday % 7] ?? "";

export const formatShortDate = (locale: Locale, date: LocalDate) =>
  locale === "ja" ? date.replace(/-0?/g, "/") : shortDate(locale).format(utc(date));

/** noviembre de 2026 · 2026年11月 · November 2026 */
export const formatMonth = (locale: Locale, date: LocalDate) => month(locale).format(utc(date));

/** octubre–diciembre de 2026 · 2026年10月〜12月 · October–December 2026. Both are days of their months. */
export function formatMonths(locale: Locale, from: LocalDate, to: LocalDate): string {
  const [first, last] = [formatMonth(locale, from), formatMonth(locale, to)];
  if (first === last) return first;
  const hasOneYear = from.slice(0, 4) === to.slice(0, 4);
  if (locale === "ja") return `${first}〜${hasOneYear ? last.replace(/^.*年/, "") : last}`;
  return hasOneYear ? `${first.split(" ", 1)}–${last}` : `${first} – ${last}`;
}

/** nov · 11月 · Nov: above a column. */
export const formatMonthName = (locale: Locale, date: LocalDate) => monthName(locale).format(utc(date));

/** 23 nov · 11/23 · 23 Nov: above a column. */
export const formatDayAndMonth = (locale: Locale, date: LocalDate) =>
  locale === "ja" ? date.slice(5).replace(/^0/, "").replace(/-0?/, "/") : dayAndMonth(locale).format(utc(date));

/** lunes, lun or L · 月曜日, 月 · Monday, Mon or M: above a day's column. */
export const formatWeekday = (locale: Locale, date: LocalDate, width: keyof typeof weekdayNames) =>
  weekdayNames[width](locale).format(utc(date));

const periods = new Map<string, string>();

/**
 * 23–27 de noviembre de 2026 · 2026年11月23日〜27日 · 23–27 November 2026. Each takes 13 µs. There are few, so they are
 * remembered.
 */
export function formatPeriod(locale: Locale, from: LocalDate, to: LocalDate): string {
  const name = `${locale} ${from} ${to}`;
  const known = periods.get(name) ?? periodOf(locale, from, to);
  periods.set(name, known);
  return known;
}

function periodOf(locale: Locale, from: LocalDate, to: LocalDate): string {
  if (from === to) return formatDate(locale, from);
  if (locale === "ja") return japanesePeriod(from, to);
  // a thin space is missing from many fonts; between two numbers a dash needs none
  return longDate(locale)
    .formatRange(utc(from), utc(to))
    .replaceAll("\u2009", " ")
    .replace(/^(\d+) – (?=\d)/, "$1–");
}

/** Says the year and the month again only where they differ. ICU's own ranges would write months as numbers. */
function japanesePeriod(from: LocalDate, to: LocalDate): string {
  const said = from.slice(0, 7) === to.slice(0, 7) ? /^.*月/ : from.slice(0, 4) === to.slice(0, 4) ? /^.*年/ : "";
  return `${formatDate("ja", from)}〜${formatDate("ja", to).replace(said, "")}`;
}

/** 23 nov 2026, 09:05 in the given zone; the hour in 24 hours in all three languages. */
export const formatInstant = (locale: Locale, at: Instant, zone: Zone) => moment(locale, zone).format(new Date(at));

/** 11–14 sep 2017 · 2017/9/11〜9/14 · 11–14 Sep 2017: for tables. Month and year stand once where they are shared. */
export function formatShortPeriod(locale: Locale, from: LocalDate, to: LocalDate): string {
  const [starts, ends] = [formatShortDate(locale, from), formatShortDate(locale, to)];
  if (from === to) return starts;
  const hasOneYear = from.slice(0, 4) === to.slice(0, 4);
  if (locale === "ja") return `${starts}〜${hasOneYear ? ends.replace(/^\d+\//, "") : ends}`;
  if (!hasOneYear) return `${starts} – ${ends}`;
  if (from.slice(0, 7) === to.slice(0, 7)) return `${starts.split(" ", 1)}–${ends}`;
  return `${starts.replace(/ \d+$/, "")} – ${ends}`;
}

export const formatNumber = (locale: Locale, value: number) => number(locale).format(value);

const money = remembered(
  (tag, currency: string) => new Intl.NumberFormat(tag, { style: "currency", currency, currencyDisplay: "code" }),
);

/** MXN 1,250.50: by its code, since three countries write a dollar's sign. The amount is a decimal text, and exact. */
export const formatMoney = (locale: Locale, amount: string, currency: string) =>
  money(locale, currency).format(amount as `${number}`);

/** 1 hora y 30 minutos · 1時間30分 · 1 hour, 30 minutes */
export function formatDuration(locale: Locale, minutes: number): string {
  if (minutes === 0) return compact(locale, noTime(locale).format({ minutes }));
  return compact(locale, duration(locale).format({ hours: Math.floor(minutes / 60), minutes: minutes % 60 }));
}

/** Japanese has no spaces between a number and its unit. */
const compact = (locale: Locale, text: string) => (locale === "ja" ? text.replaceAll(" ", "") : text);

/** A share between 0 and 1 as a whole percentage; a dash where there is nothing to divide by. */
export const formatShare = (locale: Locale, share: number | null) =>
  share === null ? "–" : percentage(locale).format(share);

/** español, japonés e inglés · スペイン語、日本語、英語 · Spanish, Japanese and English */
export const formatList = (locale: Locale, items: string[]) => list(locale).format(items);

/** Sorts texts as the readers of a language expect. */
export const collator = (locale: Locale): ((a: string, b: string) => number) => order(locale).compare;
