import { covers, reachOf } from "#app/access/permissions.ts";
import type { Session } from "#app/timetable/queries.ts";
import { visitLines } from "#app/timetable/visits/visit-view.ts";
import { listVisits } from "#app/timetable/visits/visits.queries.ts";
import type { Public, Reading } from "#app/web/doors/door.ts";
import type { Workshop } from "#app/workshops/queries.ts";

/** What to know of visits, by session: for those who go along, and those who plan or teach. */
export async function visitsFor(
  { db, actor, locale }: Reading<Public>,
  workshop: Workshop,
  { sessions, isSeated }: { sessions: readonly Session[]; isSeated: boolean },
) {
  const { id: workshopId, programmeId } = workshop;
  const isStaff = actor !== null && covers(reachOf(actor, "desk.read"), { workshopId, programmeId });
  if (!isSeated && !isStaff) return [];
  const ids = sessions.map(({ id }) => id);
  const visits = await listVisits(db, ids);
  return sessions.map(({ id, number }) => ({ number, lines: visitLines(visits.get(id), locale) }));
}
