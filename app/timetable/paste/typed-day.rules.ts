import { fold } from "#app/i18n/fold.ts";
import { isLocalDate, type LocalDate, plusLocalDays } from "#app/time/wall-time.ts";

type Reading = {
  /** Of the workshop, in their order. */
  days: readonly LocalDate[];
  /** Whether 3/4 is the third of April before it is the fourth of March. */
  isDayFirst: boolean;
};

/** Beginnings of months in Spanish and English; a number stands for each. */
const months: Record<string, number> = {
  ...{ ene: 1, jan: 1, feb: 2, mar: 3, abr: 4, apr: 4, may: 5, jun: 6 },
  ...{ jul: 7, ago: 8, aug: 8, sep: 9, set: 9, oct: 10, nov: 11, dic: 12, dec: 12 },
};
const monthName = `(${Object.keys(months).join("|")})\\p{L}*`;
const dayBeforeMonth = new RegExp(`(\\d{1,2})\\s*(?:de\\s+)?[-/ ]?${monthName}`, "u");
const monthBeforeDay = new RegExp(`${monthName}\\.?\\s+(\\d{1,2})(?!\\d)`, "u");

/** Longer texts say something else. */
const longestTyped = 60;

/** The first of January 1970, as spreadsheets count days. */
const firstSerial = 25_569;

/**
 * 2026-10-28, 28/10/2026, 10月28日（水）, mié 28 oct, día 3, 3日目, 46323. Without a year it is the workshop's; of two
 * readings it is the one within the workshop. Null where it is no day.
 */
export function typedDay(typed: string, { days, isDayFirst }: Reading): LocalDate | null {
  if (typed.length > longestTyped) return null;
  const text = fold(typed).trim();
  const nth = /^(?:dia|day|第)\s*(\d{1,2})(?:日目?)?$|^(\d{1,2})日目$/.exec(text);
  if (nth) return days[Number(nth[1] ?? nth[2]) - 1] ?? null;
  if (/^\d{5}$/.test(text)) return plusLocalDays("1970-01-01", Number(text) - firstSerial);
  const [, ...long] = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(text) ?? [];
  if (long.length > 0) return dayOf(long[0], long[1], long[2]);
  const ofMonth = (month: string | number | undefined, day: string | undefined, year = yearIn(text)) =>
    withYear(days, (of) => dayOf(year ?? of, month, day));
  const [, ...japanese] = /(\d{1,2})月(\d{1,2})日/.exec(text) ?? [];
  if (japanese.length > 0) return ofMonth(japanese[0], japanese[1]);
  const [, ...short] = /^\D*(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?(?!\d)/.exec(text) ?? [];
  if (short.length > 0) {
    const [one, other, year] = short;
    const full = year?.length === 2 ? `20${year}` : year;
    const readings = [ofMonth(other, one, full), ofMonth(one, other, full)];
    const inOrder = isDayFirst ? readings : readings.toReversed();
    return inOrder.find((day) => day && days.includes(day)) ?? inOrder.find(Boolean) ?? null;
  }
  const named = dayBeforeMonth.exec(text);
  if (named) return ofMonth(months[named[2] ?? ""], named[1]);
  const reversed = monthBeforeDay.exec(text);
  return reversed ? ofMonth(months[reversed[1] ?? ""], reversed[2]) : null;
}

const yearIn = (text: string) => /\d{4}/.exec(text)?.[0];

/** In whichever of the workshop's years the day lies within it; else in its first. */
function withYear(days: readonly LocalDate[], read: (year: string) => LocalDate | null): LocalDate | null {
  const years = [...new Set(days.map((day) => day.slice(0, 4)))];
  const readings = years.map(read);
  return readings.find((day) => day && days.includes(day)) ?? readings.find(Boolean) ?? null;
}

function dayOf(
  year: string | undefined,
  month: string | number | undefined,
  day: string | undefined,
): LocalDate | null {
  const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isLocalDate(text) ? text : null;
}
