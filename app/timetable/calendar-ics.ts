import { to } from "#app/addresses.ts";
import { type CalendarEvent, calendarFile } from "#app/documents/calendar.ts";
import { type Locale, type Texts, textIn } from "#app/i18n/locales.ts";
import { type Translator, translator } from "#app/i18n/translator.server.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Zone } from "#app/time/zones.ts";
import { type SessionClock, sessionTimes } from "#app/timetable/clocks/session-times.ts";
import { placeText, type Situated } from "#app/timetable/place.ts";
import { type VisitDetails, visitWords } from "#app/timetable/visits/visit-view.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { Id } from "#db/id.ts";

type CalendarWorkshop = {
  code: string;
  state: WorkshopState;
  zone: Zone;
  changedAt: Instant;
  texts: { title: Texts; venue: Texts };
};
type CalendarSession = SessionClock &
  Situated & { id: Id<"session">; title: Texts; joinUrl: string; visit?: VisitDetails | null; isRemoved: boolean };
/** Of whom everybody may read; by session. */
export type Teachers = ReadonlyMap<Id<"session">, string>;
/** `isLeft`: for somebody who does not come any more; their calendar forgets all of it. */
type Edition = {
  locale: Locale;
  appUrl: string;
  isLeft?: boolean;
  /** For somebody who takes part: it says where to join, and what to know of a visit. */
  isForMember?: boolean;
  teachers?: Teachers;
};

/** A workshop's sessions for anybody's calendar, in one language. What is gone takes itself out of calendars. */
export function workshopCalendar(
  workshop: CalendarWorkshop,
  sessions: readonly CalendarSession[],
  edition: Edition,
): string {
  return calendarFile({
    name: titleOf(workshop, edition.locale),
    zone: workshop.zone,
    changedAt: workshop.changedAt,
    events: calendarEvents(workshop, sessions, edition),
  });
}

/** The same as events of a calendar that has more in it. */
export const calendarEvents = (
  workshop: CalendarWorkshop,
  sessions: readonly CalendarSession[],
  edition: Edition,
): CalendarEvent[] =>
  sessions.map((session) => ({ ...eventOf(session, workshop, edition), changedAt: workshop.changedAt }));

export const calendarFileName = ({ code }: { code: string }) => `${code.replace(/[^\w-]/g, "_")}.ics`;

function eventOf(session: CalendarSession, workshop: CalendarWorkshop, edition: Edition): CalendarEvent {
  const { locale, appUrl, isLeft = false, isForMember = false, teachers } = edition;
  const t = translator(locale);
  const title = titleOf(workshop, locale);
  const url = appUrl + to.workshop({ locale, code: workshop.code });
  // calendars show their owner's time: the venue's stands beside it
  const venueTime = t("mail:sessions.venueTime", sessionTimes(session, { locale, zone: null }, t));
  const isTaking = isForMember && !isLeft && !session.isRemoved;
  const join = isTaking && session.joinUrl ? [t("mail:sessions.join", { url: session.joinUrl })] : [];
  const visit = isTaking ? visitWords(session.visit, locale, t) : [];
  const names = teachers?.get(session.id);
  const taught = names ? [t("mail:sessions.taughtBy", { names })] : [];
  return {
    uid: session.id,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    title: textIn(session.title, locale).text || title,
    place: placeOf(session, workshop, { locale, t }),
    description: [title, venueTime, ...taught, ...join, ...visit, url].join("\n"),
    url,
    isCancelled: isLeft || session.isRemoved || workshop.state === "cancelled",
  };
}

/** The room at the venue; a session elsewhere names its venue itself. */
function placeOf(session: Situated, { texts }: CalendarWorkshop, { locale, t }: { locale: Locale; t: Translator }) {
  const own = placeText(session, locale);
  const venue = session.place.venue ? "" : textIn(texts.venue, locale).text;
  return own && venue ? t("mail:sessions.place", { room: own, venue }) : own || venue;
}

const titleOf = ({ texts, code }: CalendarWorkshop, locale: Locale) => textIn(texts.title, locale).text || code;
