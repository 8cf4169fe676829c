import { formatPeriod } from "#app/i18n/format.ts";
import type { Instant } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
import { weeksOf } from "#app/timetable/grid/layout/days.rules.ts";
import type { GridWords } from "#app/timetable/grid/words/grid-words.ts";
import type { Session } from "#app/timetable/queries.ts";
import { type GridView, gridView } from "./grid-view.ts";

export type WeekGrid = { period: string; grid: GridView };

/** A timetable a week, of the days on which something takes place and of those between. */
export function weekGrids(sessions: readonly Session[], words: GridWords, at: Instant): WeekGrid[] {
  const byDay = Map.groupBy(sessions, ({ startsAt }) => localDate(startsAt, words.zone));
  return weeksOf([...byDay.keys()].toSorted()).map((week) => ({
    period: formatPeriod(words.locale, week[0], week.at(-1) ?? week[0]),
    grid: gridView(
      week.flatMap((day) => byDay.get(day) ?? []),
      { columns: week.map((date) => ({ date, room: null })), words, at },
    ),
  }));
}
