import { to } from "#app/addresses.ts";
import { formatDayOfYear, formatPeriod } from "#app/i18n/format.ts";
import { holidayName } from "#app/i18n/holiday-name.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { listHolidays } from "#app/time/holidays/list-holidays.ts";
import { localDate } from "#app/time/wall-time.ts";
import { gridClocks } from "#app/timetable/grid/clocks.ts";
import { gridView } from "#app/timetable/grid/grid-view.ts";
import { partsOf, type Week } from "#app/timetable/grid/layout/days.rules.ts";
import type { GridColumn } from "#app/timetable/grid/layout/places.rules.ts";
import { gridWords } from "#app/timetable/grid/words/grid-words.ts";
import { sessionKinds } from "#app/timetable/kinds.ts";
import { placeText } from "#app/timetable/place.ts";
import type { Session } from "#app/timetable/queries.ts";
import type { Reading } from "#app/web/doors/door.ts";
import type { Workshop } from "#app/workshops/queries.ts";

/** Working hours are there to be planned into, whatever is planned already. */
const usual = { from: 480, to: 1080 };

type Looking = Pick<Reading, "locale" | "t" | "at" | "url" | "actor">;

/** The timetable of a workshop as its address asks for it: some of its days, or the rooms of one day. */
export function timetableView(workshop: Workshop, sessions: readonly Session[], looking: Looking) {
  const { locale, t, at, url, actor } = looking;
  const words = gridWords(t, locale, gridClocks(workshop.zone, actor.zone));
  const parts = partsOf(workshop);
  const asked = url.searchParams.get("day") ?? localDate(at, workshop.zone);
  const part = parts.find((days) => days.some((day) => day === asked)) ?? (parts[0] as Week);
  const day = part.find((one) => one === asked) ?? part[0];
  const isByRoom = url.searchParams.get("by") === "room";
  const columns: GridColumn[] = isByRoom ? roomsOn(day, sessions, locale) : part.map((date) => ({ date, room: null }));
  const off = listHolidays(workshop.country, part[0], part.at(-1) ?? part[0]);
  const holidays = new Map(off.map((holiday) => [holiday.on, holidayName(holiday, t)]));
  const { code } = workshop;
  const addressOf = (query: { by?: string; day?: string }) => to.timetable({ locale, code }, query);
  return {
    words,
    columns,
    grid: gridView(sessions, { columns, words, at, usual, notes: isByRoom ? undefined : holidays }),
    kinds: sessionKinds.filter((kind) => sessions.some((session) => session.kind === kind)),
    clocks: { city: words.cities[words.zone], other: words.cities[words.other] },
    views: [
      { label: t("timetable:view.day"), href: addressOf({ day }), isCurrent: !isByRoom },
      { label: t("timetable:view.room"), href: addressOf({ by: "room", day }), isCurrent: isByRoom },
    ],
    days: isByRoom
      ? parts.flat().map((date) => ({
          label: formatDayOfYear(locale, date),
          href: addressOf({ by: "room", day: date }),
          isCurrent: date === day,
        }))
      : parts.map((days) => ({
          label: formatPeriod(locale, days[0], days.at(-1) ?? days[0]),
          href: addressOf({ day: days[0] }),
          isCurrent: days === part,
        })),
  };
}

/** Every room that the workshop uses, and beside them what has none. */
function roomsOn(date: GridColumn["date"], sessions: readonly Session[], locale: Locale): GridColumn[] {
  const rooms = [...new Set(sessions.map((session) => placeText(session, locale)).filter(Boolean))];
  return [...rooms.toSorted((a, b) => a.localeCompare(b, "es", { numeric: true })), ""].map((room) => ({ date, room }));
}
