import {
  formatDayAndMonth,
  formatMonthName,
  formatNumber,
  formatPeriod,
  formatWeekdayLetter,
} from "#app/i18n/format.ts";
import { holidayName } from "#app/i18n/holiday-name.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import type { HolidayCountry } from "#app/time/holidays/list-holidays.ts";
import { daysBetween, type LocalDate, plusLocalDays } from "#app/time/wall-time.ts";
import type { Localised } from "#app/ui/local-text.tsx";
import { type Bar, barsOf } from "#app/workshops/calendar/bars.rules.ts";
import type { DaysOff } from "#app/workshops/calendar/days-off.rules.ts";
import {
  type CalendarPeriod,
  daysFrom,
  daysIn,
  fiscalYearEdges,
  mondayOf,
  monthsIn,
  type PeriodKind,
} from "#app/workshops/calendar/period.rules.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { PlannerGroup } from "./planner-groups.ts";
import type { PlannedRow } from "./planner-rows.ts";

/** From a day of the period on, so many days long. */
type Place = { start: number; length: number };

export type ChartBar = Omit<Bar<unknown>, "item"> & {
  code: string;
  title: Localised;
  state: WorkshopState;
  /** Dates, place, state and seats. */
  facts: string;
  clashes: string[];
};

export type PlannerChart = {
  days: number;
  months: (Place & { label: string })[];
  /** Days of a month, Mondays of a quarter; none where a year leaves no room. */
  ticks: (Place & { label: string; letter: string })[];
  weekends: Place[];
  mondays: number[];
  daysOff: (Place & { country: HolidayCountry; kind: DaysOff["kind"]; label: string })[];
  edges: { start: number; label: string }[];
  today: number | null;
  groups: { key: string; label: Localised; count: string; lanes: number; bars: ChartBar[] }[];
};

/** Days that a code, and on a month's bars some of the title, needs at 1,280 pixels. */
const wordDays: Record<PeriodKind, number> = { month: 6, quarter: 9, year: 29, fiscalYear: 29 };

type Seen = { groups: readonly PlannerGroup[]; daysOff: readonly DaysOff[]; today: LocalDate };
type Reader = { locale: Locale; t: Translator };

/** All that is drawn of a period, in days from its first one on. */
export function plannerChart(period: CalendarPeriod, { groups, daysOff, today }: Seen, reader: Reader): PlannerChart {
  const { from, to, kind } = period;
  const { locale, t } = reader;
  const at = (day: LocalDate) => daysBetween(from, day);
  const place = (first: LocalDate, last: LocalDate): Place => ({
    start: at(first),
    length: daysBetween(first, last) + 1,
  });
  const months = monthsIn(period);
  const days = daysFrom(from, to);
  const isLong = kind === "year" || kind === "fiscalYear";
  return {
    days: daysIn(period),
    months: months.map((month, index) => ({
      ...place(month, plusLocalDays(months[index + 1] ?? plusLocalDays(to, 1), -1)),
      label: formatMonthName(locale, month),
    })),
    ticks: isLong
      ? []
      : days.filter((day) => kind === "month" || isMonday(day)).map((day) => tickOf(day, kind, at(day), locale)),
    weekends: isLong ? [] : weekendsIn(period).map(([first, last]) => place(first, last)),
    mondays: days.filter(isMonday).map(at),
    daysOff: daysOff.map((off) => ({
      ...place(off.from, off.to),
      ...{ country: off.country, kind: off.kind },
      label: `${holidayName(off, t)}${t("common:fact.between")}${formatPeriod(locale, off.from, off.to)}`,
    })),
    edges: fiscalYearEdges(period).map(({ on, country }) => ({
      start: at(on),
      label: t(`planner:edge.${country}`, { year: on.slice(0, 4) }),
    })),
    today: today >= from && today <= to ? at(today) : null,
    groups: groups.map(({ key, label, rows }) => ({
      ...{ key, label },
      count: formatNumber(locale, rows.length),
      ...drawn(rows, period, reader),
    })),
  };
}

function drawn(rows: readonly PlannedRow[], period: CalendarPeriod, reader: Reader) {
  const { bars, lanes } = barsOf(rows, period, wordDays[period.kind]);
  return { lanes, bars: bars.map(({ item, ...bar }) => ({ ...bar, ...barWords(item, reader) })) };
}

function barWords({ code, title, state, clashes, ...row }: PlannedRow, { t }: Reader) {
  const facts = [row.shortPeriod, row.country, t(`workshops:state.${state}`), row.seats].filter(Boolean);
  return { code, title, state, clashes, facts: facts.join(t("common:fact.between")) };
}

const tickOf = (day: LocalDate, kind: PeriodKind, start: number, locale: Locale) => ({
  ...{ start, length: kind === "month" ? 1 : 7 },
  label: kind === "month" ? String(Number(day.slice(8))) : formatDayAndMonth(locale, day),
  letter: kind === "month" ? formatWeekdayLetter(locale, day) : "",
});

const isMonday = (day: LocalDate) => mondayOf(day) === day;

/** Saturdays with their Sundays, as far as they are in the period. */
function weekendsIn({ from, to }: CalendarPeriod): [LocalDate, LocalDate][] {
  const found: [LocalDate, LocalDate][] = [];
  for (let monday = mondayOf(from); monday <= to; monday = plusLocalDays(monday, 7)) {
    const [saturday, sunday] = [plusLocalDays(monday, 5), plusLocalDays(monday, 6)];
    const first = saturday < from ? from : saturday;
    const last = sunday > to ? to : sunday;
    if (first <= last) found.push([first, last]);
  }
  return found;
}
