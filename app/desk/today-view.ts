import type { Reach } from "#app/access/permissions.ts";
import { countMarksBySession } from "#app/attendance/queries.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Zone } from "#app/time/zones.ts";
import { listSessionsOfToday } from "#app/timetable/queries.ts";
import { sessionView } from "#app/timetable/session-view.ts";
import { listWorkshopsUnderWay } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";

type Visit = { db: Reader; locale: Locale; t: Translator; at: Instant; zone: Zone };

/** The sessions of this day at each venue, with the attendance taken so far: what a desk is opened for. */
export async function todaysSessions({ db, locale, t, at, zone }: Visit, reach: Reach) {
  const everywhere = await listSessionsOfToday(db, at);
  const among = [...new Set(everywhere.map(({ workshopId }) => workshopId))];
  const byId = new Map(
    (await listWorkshopsUnderWay(db, reach, { at, among })).map((workshop) => [workshop.id, workshop]),
  );
  const today = everywhere.filter(({ workshopId }) => byId.has(workshopId));
  const marks = await countMarksBySession(
    db,
    today.map(({ id }) => id),
  );
  return today.flatMap((session) => {
    const workshop = byId.get(session.workshopId);
    if (!workshop) return [];
    const { code, texts, seatsTaken } = workshop;
    const counts = { marked: marks.get(session.id) ?? 0, of: seatsTaken };
    return [
      {
        ...sessionView(session, { locale, zone }, t),
        id: session.id,
        code,
        workshop: textIn(texts.title, locale),
        ...counts,
      },
    ];
  });
}
