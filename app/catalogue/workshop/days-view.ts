import { cityOf } from "#app/i18n/city-of.ts";
import { formatDay } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import type { Instant } from "#app/time/instant.ts";
import { dateOf, localDate, timeOf } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import { openDays } from "#app/timetable/clocks/open-days.rules.ts";
import { byOwnClock, type ClockChoice } from "#app/timetable/clocks/own-clock.ts";
import type { Session } from "#app/timetable/queries.ts";
import { sessionView } from "#app/timetable/session-view.ts";
import type { TimetableDay } from "#app/timetable/timetable.tsx";

type Asked = { clock: ClockChoice; isUnfolded: boolean };
/** `venueZone`: the workshop's, `zone`: the reader's. */
type Reader = { locale: Locale; t: Translator; at: Instant; venueZone: Zone; zone: Zone };

export type DaysView = Asked & {
  days: TimetableDay[];
  /** The two clocks by their cities; null where both show the same. */
  cities: { venue: string; mine: string } | null;
  hasFolded: boolean;
};

/** The days of a workshop by the clock that was asked for: the other one stands beside it. */
export function daysView(sessions: readonly Session[], { clock, isUnfolded }: Asked, reader: Reader): DaysView {
  const { locale, t, at, venueZone, zone } = reader;
  const shown = sessions.map((session) => {
    const held = clock === "mine" ? byOwnClock(session, zone) : session;
    return { held, view: sessionView(held, { locale, zone: clock === "mine" ? session.zone : zone }, t) };
  });
  const byDay = Map.groupBy(shown, ({ held }) => dateOf(held.startsLocal));
  const open = openDays([...byDay.keys()], localDate(at, clock === "mine" ? zone : venueZone));
  return {
    ...{ clock, isUnfolded },
    days: [...byDay].map(([day, own]) => ({
      name: formatDay(locale, day),
      extent: extentOf(
        own.map(({ held }) => held),
        t,
      ),
      isOpen: isUnfolded || open.includes(day),
      sessions: own.map(({ view }) => view),
    })),
    cities: shown.some(({ view }) => view.times.yours) ? { venue: cityOf(venueZone, t), mine: cityOf(zone, t) } : null,
    hasFolded: open.length < byDay.size,
  };
}

/** 3 sessions · 09:00–17:00; without the times where the last of them ends on another day. */
function extentOf(own: readonly Session[], t: Translator): string {
  const count = t("workshops:timetable.sessions", { count: own.length });
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last || dateOf(first.startsLocal) !== dateOf(last.endsLocal)) return count;
  const time = t("common:day.span", { from: timeOf(first.startsLocal), to: timeOf(last.endsLocal) });
  return t("workshops:timetable.ofDay", { count, time });
}
