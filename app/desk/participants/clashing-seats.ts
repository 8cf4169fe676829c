import { comingSessionsOf } from "#app/enrolment/clashes/seat-clashes.ts";
import { listOtherCommitments } from "#app/enrolment/queries.ts";
import { formatList } from "#app/i18n/format.ts";
import { overlaps } from "#app/timetable/rules.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { mayHere } from "#app/workshops/desk-door.ts";
import { listWorkshopsById, type Workshop } from "#app/workshops/queries.ts";
import type { Id } from "#db/id.ts";

type Visit = Pick<Reading, "db" | "actor" | "locale" | "t" | "at">;

/**
 * Which other workshops each participant should be in at the same instants, by enrolment; empty for none.
 * A workshop that is out of the reader's reach is not named.
 */
export async function clashingSeats(
  { db, actor, locale, t, at }: Visit,
  workshop: Workshop,
): Promise<(id: Id<"enrolment">) => string> {
  const commitments = await listOtherCommitments(db, workshop.id);
  const otherIds = [...new Set(commitments.map(({ workshopId }) => workshopId))];
  if (!otherIds.length) return () => "";
  const sessionsOf = await comingSessionsOf(db, [workshop.id, ...otherIds], at);
  const clashing = (await listWorkshopsById(db, otherIds)).filter(
    ({ id }) => overlaps(sessionsOf(workshop.id), sessionsOf(id)).length > 0,
  );
  const names = new Map(
    clashing.map((other) => [
      other.id,
      mayHere(actor, "participant.read", other) ? other.code : t("attendance:participants.elsewhere"),
    ]),
  );
  const byEnrolment = Map.groupBy(commitments, ({ enrolmentId }) => enrolmentId);
  return (id) => {
    const named = (byEnrolment.get(id) ?? []).flatMap(({ workshopId }) => names.get(workshopId) ?? []);
    return formatList(locale, [...new Set(named)]);
  };
}
