import { isOutside } from "#app/enrolment/rules.ts";
import { findQuotaGroups } from "#app/nominations/quotas/queries.ts";
import { type DecidedNomination, listDecided } from "#app/nominations/selection/queries.ts";
import type { GroupSeats, SelectionCase } from "#app/nominations/selection/selection.rules.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

export type FoundCandidate = SelectionCase & DecidedNomination;

/** Everybody about whom a workshop decides, in which seats each would count, and the seats of each group. */
export async function findCandidates(
  db: Reader,
  workshop: Pick<
    Workshop,
    "id" | "capacity" | "seatsTaken" | "reserveCount" | "quotaSeats" | "quotaTaken" | "quotaReserves"
  >,
): Promise<{ candidates: FoundCandidate[]; groups: GroupSeats[] }> {
  const decided = await listDecided(db, workshop.id);
  const { seats, groupOf } = await findQuotaGroups(
    db,
    workshop,
    decided.map(({ personId }) => personId),
  );
  const { here, former } = await listOtherSeats(db, workshop.id);
  return {
    candidates: decided.map((one) => ({
      ...one,
      group: groupOf(one.personId),
      isEnrolled: here.has(one.personId),
      isFirstTimer: !former.has(one.personId),
    })),
    groups: [...seats].map(([group, own]) => ({ group, ...own })),
  };
}

/** Of the nominees of a workshop: who is enrolled in it, and who has completed another one. */
async function listOtherSeats(db: Reader, workshopId: Id<"workshop">) {
  const rows = await db
    .selectFrom("enrolment")
    .innerJoin("nomination", "nomination.personId", "enrolment.personId")
    .select(["enrolment.personId", "enrolment.workshopId", "enrolment.state"])
    .where("nomination.workshopId", "=", workshopId)
    .where("enrolment.mergedIntoId", "is", null)
    .where((eb) => eb.or([eb("enrolment.workshopId", "=", workshopId), eb("enrolment.state", "=", "completed")]))
    .execute();
  const of = (holds: (row: (typeof rows)[number]) => boolean) => new Set(rows.filter(holds).map((row) => row.personId));
  return {
    here: of((row) => row.workshopId === workshopId && !isOutside(row.state)),
    former: of((row) => row.workshopId !== workshopId && row.state === "completed"),
  };
}
