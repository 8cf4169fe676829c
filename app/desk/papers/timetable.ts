import { isAnnounced, staffNames } from "#app/faculty/staff/staff-names.ts";
import { cityOf } from "#app/i18n/city-of.ts";
import { formalDay, formalPeriod } from "#app/i18n/formal-dates.ts";
import { formatDay } from "#app/i18n/format.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { offsetMinutes, offsetText } from "#app/time/offset.ts";
import { dateOf, instantToWall, type LocalDate, localDate } from "#app/time/wall-time.ts";
import { counterpartZone, type Zone } from "#app/time/zones.ts";
import { type Week, weeksOf } from "#app/timetable/grid/layout/days.rules.ts";
import type { Stretch } from "#app/timetable/grid/layout/hours.rules.ts";
import { lanesOf } from "#app/timetable/grid/layout/lanes.rules.ts";
import { gridPlaceOf } from "#app/timetable/grid/layout/places.rules.ts";
import { kindShapes } from "#app/timetable/kind-shapes.ts";
import type { SessionKind } from "#app/timetable/kinds.ts";
import { placeText } from "#app/timetable/place.ts";
import { listSessionsOf, type Session } from "#app/timetable/queries.ts";
import { headOf, labelled, type Making } from "./compose.ts";
import type { PaperData } from "./paper-source.ts";
import { asWritten, textsIn, timeIn, wordsIn } from "./spoken.ts";

/** Days beside each other, hours below each other, a sheet a week; then every session in full. Null without any. */
export async function timetablePaper(making: Making): Promise<PaperData | null> {
  const { db, workshop, options } = making;
  const { languages } = options;
  const sessions = await listSessionsOf(db, [workshop.id]);
  if (sessions.length === 0) return null;
  const names = await staffNames(
    db,
    sessions.map(({ id }) => id),
    { locale: languages[0] ?? "es", on: workshop.startsOn, isShown: isAnnounced },
  );
  const label = (column: Parameters<typeof labelled>[1]) => labelled(languages, column);
  const { zone } = workshop;
  const byDay = Map.groupBy(sessions, ({ startsAt }) => localDate(startsAt, zone));
  return {
    ...headOf(making, "timetable"),
    version: wordsIn(languages, (t, locale) =>
      t("papers:version", { date: formalDay(locale, localDate(workshop.changedAt, workshop.zone)) }),
    ),
    place: textsIn(languages, workshop.texts.venue),
    weeks: weeksOf([...byDay.keys()].toSorted()).map((week) => weekView(week, byDay, { languages, zone, names })),
    sessions: sessions.map((session) => ({
      ...sessionView(session, { languages, names }),
      day: wordsIn(languages.slice(0, 1), (_, locale) => formalDay(locale, dateOf(session.startsLocal))),
      kindName: kindIn(languages, session.kind),
    })),
    kinds: [...new Set(sessions.map(({ kind }) => kind))].map((kind) => ({ kind, name: kindIn(languages, kind) })),
    shapes: kindShapes,
    labels: {
      ...{ number: label("number"), when: label("when"), what: label("what"), kind: label("kind") },
      room: label("room"),
    },
  };
}

type Writing = { languages: readonly Locale[]; names: Awaited<ReturnType<typeof staffNames>> };
type Setting = Writing & { zone: Zone };

function weekView(week: Week, byDay: Map<LocalDate, Session[]>, { languages, zone, names }: Setting) {
  const ofWeek = week.flatMap((day) => byDay.get(day) ?? []);
  return {
    period: wordsIn(languages, (_, locale) => formalPeriod(locale, week[0], week.at(-1) ?? week[0])),
    ...fullHoursOf(ofWeek.map((session) => minutesOf(session, zone))),
    clocks: clocksOf(ofWeek[0] as Session, zone, languages[0] ?? "es"),
    days: week.map((day) => ({
      name: wordsIn(languages, (_, locale) => withoutYear(formatDay(locale, day))),
      blocks: lanesOf((byDay.get(day) ?? []).map((session) => ({ session, ...minutesOf(session, zone) }))).map(
        ({ session, ...block }) => ({ ...block, ...sessionView(session, { languages, names }) }),
      ),
    })),
  };
}

/** The week's dates stand above. */
const withoutYear = (day: string) => day.replace(/ (de )?\d{4}$|^\d{4}年/, "");

const sessionView = (session: Session, { languages, names }: Writing) => ({
  number: String(session.number),
  kind: session.kind,
  time: timeIn(session, languages[0] ?? "es"),
  title: titleOf(session, languages),
  staff: (names.get(session.id) ?? []).map(({ name, institution }) =>
    asWritten(institution.text ? `${name} · ${institution.text}` : name),
  ),
  room: session.room || session.roomId || session.venueId ? [asWritten(placeText(session, languages[0] ?? "es"))] : [],
});

const kindIn = (languages: readonly Locale[], kind: SessionKind) =>
  wordsIn(languages, (t) => t(`workshops:kind.${kind}`));

const titleOf = ({ number, title }: Session, languages: readonly Locale[]) =>
  wordsIn(languages, (t, locale) => textIn(title, locale).text || t("workshops:session.untitled", { number }));

/** Minutes since the midnight of its day on the workshop's clock. What ends on the next day goes past 24 hours. */
function minutesOf(session: Session, zone: Zone): Stretch {
  const day = [{ date: localDate(session.startsAt, zone), room: null }];
  const { from, to } = gridPlaceOf({ ...session, where: "" }, day, zone);
  return { from, to };
}

/** The full hours that a week's sessions need. */
const fullHoursOf = (minutes: Stretch[]) => ({
  fromHour: Math.floor(Math.min(...minutes.map(({ from }) => from)) / 60),
  toHour: Math.ceil(Math.max(...minutes.map(({ to }) => to)) / 60),
});

/** The venue's clock on the left, the other country's on the right, and by how many minutes that one is ahead. */
function clocksOf({ startsAt }: Session, zone: Zone, lang: Locale) {
  const other = counterpartZone(zone);
  const [here, there] = [instantToWall(startsAt, zone), instantToWall(startsAt, other)];
  const named = (of: Zone, wall: Session["startsLocal"]) => ({
    city: { lang, text: cityOf(of, translator(lang)) },
    offset: offsetText(startsAt, wall),
  });
  return {
    here: named(zone, here),
    there: named(other, there),
    ahead: offsetMinutes(startsAt, there) - offsetMinutes(startsAt, here),
  };
}
