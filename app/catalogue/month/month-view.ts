import { formatDay, formatMonth, formatWeekday } from "#app/i18n/format.ts";
import { holidayName } from "#app/i18n/holiday-name.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { type HolidayCountry, holidayCountries } from "#app/time/holidays/list-holidays.ts";
import type { Instant } from "#app/time/instant.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Localised } from "#app/ui/local-text.tsx";
import { type Bar, barsOf } from "#app/workshops/calendar/bars.rules.ts";
import { type DaysOff, listDaysOff } from "#app/workshops/calendar/days-off.rules.ts";
import { type DaysOffView, daysOffView } from "#app/workshops/calendar/days-off-view.ts";
import { type CalendarPeriod, neighbourOf, weeksShowing } from "#app/workshops/calendar/period.rules.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import { type WorkshopView, workshopView } from "#app/workshops/view/workshop-view.ts";

type MonthDay = {
  on: LocalDate;
  number: number;
  /** With weekday, month and year. */
  label: string;
  isOutside: boolean;
  isToday: boolean;
  daysOff: { country: HolidayCountry; name: string; isAdvice: boolean }[];
};

export type MonthBar = Pick<WorkshopView, "code" | "state" | "seatView" | "period" | "country" | "countryCode"> & {
  title: Localised;
  isCutBefore: boolean;
  isCutAfter: boolean;
};

/** Part of a row of a week: a workshop's days, or nothing, over so many columns. */
export type MonthCell = { start: number; length: number; bar: MonthBar | null };

export type MonthView = {
  name: string;
  label: string;
  previous: string | null;
  next: string | null;
  weekdays: { short: string; long: string }[];
  weeks: { days: MonthDay[]; rows: MonthCell[][] }[];
  workshops: WorkshopView[];
  daysOff: DaysOffView;
};

type Seen = {
  month: CalendarPeriod;
  today: LocalDate;
  workshops: readonly Workshop[];
  /** Whose holidays are shown; null for all that are known. */
  country: HolidayCountry | null;
};
type Visit = { locale: Locale; t: Translator; at: Instant };

/** A month as its weeks, each from Monday to Sunday, with what takes place on their days. */
export function monthView({ month, today, workshops, country }: Seen, visit: Visit): MonthView {
  const { locale, t } = visit;
  const countries = country ? [country] : holidayCountries;
  const items = workshops.map((workshop) => {
    const { startsOn, endsOn } = workshop;
    return { startsOn, endsOn, view: workshopView(workshop, visit) };
  });
  const weeks = weeksShowing(month);
  const [from, to] = [weeks[0]?.[0] ?? month.from, weeks.at(-1)?.[6] ?? month.to];
  const daysOff = listDaysOff({ from, to }, countries);
  return {
    name: month.name,
    label: formatMonth(locale, month.from),
    previous: neighbourOf(month, "before")?.name ?? null,
    next: neighbourOf(month, "after")?.name ?? null,
    weekdays: (weeks[0] ?? []).map((day) => ({
      short: formatWeekday(locale, day, "short"),
      long: formatWeekday(locale, day, "long"),
    })),
    weeks: weeks.map((days) => ({
      days: days.map((day) => ({
        on: day,
        number: Number(day.slice(8)),
        label: formatDay(locale, day),
        isOutside: day < month.from || day > month.to,
        isToday: day === today,
        daysOff: daysOff.filter((off) => off.from <= day && day <= off.to).map((off) => namedDayOff(off, t)),
      })),
      rows: rowsOf(items, days),
    })),
    workshops: items.map(({ view }) => view),
    daysOff: daysOffView(listDaysOff(month, countries), visit),
  };
}

const namedDayOff = (off: DaysOff, t: Translator) => ({
  country: off.country,
  name: holidayName(off, t),
  isAdvice: off.kind === "advice",
});

type Item = { startsOn: LocalDate; endsOn: LocalDate; view: WorkshopView };

/** Rows of a week whose cells fill its seven columns. */
function rowsOf(items: readonly Item[], days: readonly LocalDate[]): MonthCell[][] {
  const [from, to] = [days[0] as LocalDate, days[6] as LocalDate];
  const own = items.filter(({ startsOn, endsOn }) => startsOn <= to && endsOn >= from);
  const { bars, lanes } = barsOf(own, { from, to }, 1);
  return Array.from({ length: lanes }, (_, lane) => filledRow(bars.filter((bar) => bar.lane === lane)));
}

function filledRow(bars: readonly Bar<Item>[]): MonthCell[] {
  const cells: MonthCell[] = [];
  let next = 0;
  for (const { start, length, item, isCutBefore, isCutAfter } of bars.toSorted((a, b) => a.start - b.start)) {
    if (start > next) cells.push({ start: next, length: start - next, bar: null });
    cells.push({ start, length, bar: { ...item.view, isCutBefore, isCutAfter } });
    next = start + length;
  }
  return next < 7 ? [...cells, { start: next, length: 7 - next, bar: null }] : cells;
}
