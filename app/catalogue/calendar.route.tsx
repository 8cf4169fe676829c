import { calendarFileName, workshopCalendar } from "#app/timetable/calendar-ics.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { publicLoader } from "#app/web/form-door.ts";
import { orNotFound } from "#app/web/not-found.ts";
import { findWorkshop } from "#app/workshops/queries.ts";

export const loader = publicLoader(async ({ db, locale, params, context: { settings } }) => {
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", "public"));
  const calendar = workshopCalendar(workshop, await listSessionsOf(db, [workshop.id]), {
    locale,
    appUrl: settings.appUrl,
  });
  return new Response(calendar, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="${calendarFileName(workshop)}"`,
    },
  });
});
