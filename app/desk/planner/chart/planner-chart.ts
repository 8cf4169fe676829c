import type { PlannedRow } from "#app/desk/planner/planner-rows.ts";
import { formatDayAndMonth, formatMonthName, formatNumber, formatPeriod, formatWeekday } from "#app/i18n/format.ts";
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
  fiscalYearEdges,
  mondayOf,
  monthsIn,
  type PeriodKind,
} from "#app/workshops/calendar/period.rules.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { PlannerGroup } from "./planner-groups.ts";

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
  /** Its bars have no room for titles, nor its weeks for a date. */
  isLong: boolean;
  months: (Place & { label: string })[];
  /** Days of a month, Mondays of a quarter; none where a year leaves no room. */
  ticks: { start: number; label: string; letter: string }[];
  weekends: Place[];
  mondays: number[];
  daysOff: (Place & { country: HolidayCountry; kind: DaysOff["kind"]; label: string })[];
  edges: { start: number; label: string }[];
  today: number | null;
  groups: { key: string; label: Localised; count: string; lanes: number; bars: ChartBar[] }[];
};

/** Days that a code needs at 1,280 pixels, but for a year with some of the title. */
const wordDays: Record<PeriodKind, number> = { month: 8, quarter: 16, year: 38, fiscalYear: 38 };

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
    days: days.length,
    isLong,
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
  const seats = row.seats.replaceAll(" ", noBreak);
  const facts = [row.shortPeriod, row.country, t(`workshops:state.${state}`), t("planner:seats", { seats })];
  return { code, title, state, clashes, facts: facts.join(t("common:fact.between")) };
}

const noBreak = "\u00a0";

const tickOf = (day: LocalDate, kind: PeriodKind, start: number, locale: Locale) => ({
  start,
  label: kind === "month" ? String(Number(day.slice(8))) : formatDayAndMonth(locale, day),
  letter: kind === "month" ? formatWeekday(locale, day, "narrow") : "",
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
