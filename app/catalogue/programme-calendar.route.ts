import { type CalendarEvent, calendarFile } from "#app/documents/calendar.ts";
import { textIn } from "#app/i18n/locales.ts";
import { findProgramme } from "#app/programmes/queries.ts";
import { localDate, plusLocalDays } from "#app/time/wall-time.ts";
import { calendarEvents, calendarFileName } from "#app/timetable/calendar-ics.ts";
import { listCalendarSessions } from "#app/timetable/queries.ts";
import { publicDownload } from "#app/web/doors/file-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { listPublicOfProgramme } from "#app/workshops/list.queries.ts";

/** What was over longer ago is in calendars that have it already. */
const daysRemembered = 60;

/** The sessions of all workshops of a programme that everybody sees, for a calendar that one subscribes to. */
export const loader = publicDownload(async ({ db, locale, params, at, context: { settings } }) => {
  const programme = orNotFound(await findProgramme(db, params.code ?? ""));
  const title = Object.fromEntries(programme.texts.map((text) => [text.locale, text.title]));
  const workshops = await listPublicOfProgramme(db, programme.id, plusLocalDays(localDate(at, "UTC"), -daysRemembered));
  const events: CalendarEvent[] = [];
  for (const workshop of workshops) {
    const sessions = await listCalendarSessions(db, workshop.id, at);
    events.push(...calendarEvents(workshop, sessions, { locale, appUrl: settings.appUrl }));
  }
  const changes = workshops.map(({ changedAt }) => changedAt).toSorted();
  return {
    type: "text/calendar; charset=utf-8",
    name: calendarFileName(programme),
    content: calendarFile({
      name: (events.length && textIn(title, locale).text) || programme.code,
      zone: workshops[0]?.zone ?? "UTC",
      changedAt: changes.at(-1) ?? at,
      events,
    }),
  };
});
