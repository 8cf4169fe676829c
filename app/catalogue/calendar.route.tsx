import { calendarTeachers } from "#app/faculty/staff/calendar-teachers.ts";
import { calendarFileName, workshopCalendar } from "#app/timetable/calendar-ics.ts";
import { listCalendarSessions } from "#app/timetable/queries.ts";
import { publicDownload } from "#app/web/doors/file-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { findWorkshop } from "#app/workshops/queries.ts";

export const loader = publicDownload(async ({ db, locale, params, at, context: { settings } }) => {
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", "public"));
  const sessions = await listCalendarSessions(db, workshop.id, at);
  return {
    type: "text/calendar; charset=utf-8",
    name: calendarFileName(workshop),
    content: workshopCalendar(workshop, sessions, {
      ...{ locale, appUrl: settings.appUrl },
      teachers: await calendarTeachers(db, sessions, { locale, on: workshop.startsOn }),
    }),
  };
});
