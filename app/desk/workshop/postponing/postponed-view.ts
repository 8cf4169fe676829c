import { isAnybodyToldSince } from "#app/enrolment/told/told.queries.ts";
import { isAnyTeacherToldSince } from "#app/faculty/requests/requests.queries.ts";
import { formatPeriod } from "#app/i18n/format.ts";
import type { Instant } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
import { findPostponement } from "#app/timetable/postponing/postponing.queries.ts";
import { restsOn } from "#app/timetable/postponing/postponing.rules.ts";
import type { Session } from "#app/timetable/queries.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { isStepReached } from "#app/workshops/life/life.rules.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

type Page = Pick<Reading, "db" | "locale" | "at">;

/** That a workshop was postponed, and whether that can still be taken back; null where it was not, or has begun. */
export async function postponedView({ db, locale, at }: Page, workshop: Workshop, sessions: readonly Session[]) {
  const { id, state, zone } = workshop;
  if (state === "cancelled" || isStepReached(state, "running")) return null;
  const last = await findPostponement(db, id);
  if (!last) return null;
  const isTold = await isAnyoneToldSince(db, id, last.postponedAt);
  const now = { ...workshop, sessions, isTold, today: localDate(at, zone) };
  return {
    id: last.id,
    period: formatPeriod(locale, last.startsOn, last.endsOn),
    reason: last.reason,
    rests: restsOn({ ...last, sessions: last.former.sessions }, now),
  };
}

export type PostponedView = NonNullable<Awaited<ReturnType<typeof postponedView>>>;

/** Whether anybody who takes part, waits or teaches has been told of the plan since an instant. */
export const isAnyoneToldSince = async (db: Reader, workshopId: Id<"workshop">, since: Instant) =>
  (await isAnybodyToldSince(db, workshopId, since)) || (await isAnyTeacherToldSince(db, workshopId, since));
