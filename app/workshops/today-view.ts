import type { Reach } from "#app/access/permissions.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import type { Instant } from "#app/time/instant.ts";
import { dateOf, localDate, type Zone } from "#app/time/wall-time.ts";
import type { Reader } from "#db/database.ts";
import { listWorkshopsUnderWay } from "./queries.ts";
import { countMarks, listSessionsOf } from "./sessions.queries.ts";
import { timetableView } from "./timetable-view.ts";

type Visit = { db: Reader; locale: Locale; t: Translator; at: Instant; zone: Zone };

/** The sessions of this day at each venue, with the attendance taken so far: what a desk is opened for. */
export async function todaysSessions({ db, locale, t, at, zone }: Visit, reach: Reach) {
  const workshops = await listWorkshopsUnderWay(db, reach, at);
  const byId = new Map(workshops.map((workshop) => [workshop.id, workshop]));
  const today = (await listSessionsOf(db, [...byId.keys()])).filter(
    ({ startsLocal, workshopId }) => dateOf(startsLocal) === localDate(at, byId.get(workshopId)?.zone ?? zone),
  );
  const marks = await countMarks(
    db,
    today.map(({ id }) => id),
  );
  const views = timetableView(today, { locale, zone }, t);
  return today.flatMap(({ id, workshopId }, index) => {
    const [workshop, view] = [byId.get(workshopId), views[index]];
    if (!workshop || !view) return [];
    const { code, texts, seatsTaken } = workshop;
    return [{ ...view, id, code, workshop: textIn(texts.title, locale), marked: marks.get(id) ?? 0, of: seatsTaken }];
  });
}
