import { seatedStates } from "#app/enrolment/rules.ts";
import { listQuotas } from "#app/nominations/quotas/queries.ts";
import type { QuotaCounters } from "#app/nominations/quotas/rules.ts";
import type { Instant } from "#app/time/instant.ts";
import { isShut, mayNow, type Timing, type Windows } from "#app/workshops/moments.rules.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Ledger } from "./ledger.rules.ts";

type Workshop = QuotaCounters & Timing & Windows & { id: Id<"workshop">; state: WorkshopState };

/** Who holds and who awaits which seat of a workshop at a moment. */
export async function findLedger(db: Reader, workshop: Workshop, at: Instant): Promise<Ledger> {
  const quotas = await listQuotas(db, workshop.id);
  const rows = await db
    .selectFrom("enrolment")
    .innerJoin("person", "person.id", "enrolment.personId")
    .leftJoin("account", "account.personId", "person.id")
    .select(["enrolment.id", "enrolment.quotaId as group", "enrolment.state", "enrolment.ticket"])
    .select(["enrolment.institutionId", "person.country", "account.disabledAt"])
    .where("enrolment.workshopId", "=", workshop.id)
    .where("enrolment.state", "in", ["reserve", ...seatedStates])
    .where("enrolment.mergedIntoId", "is", null)
    .orderBy("enrolment.ticket")
    .execute();
  return {
    capacity: workshop.capacity,
    quotas,
    people: rows.map(({ state, disabledAt, ...one }) => ({
      ...one,
      isSeated: state !== "reserve",
      canMoveUp: disabledAt === null,
    })),
    lastTicket: Math.max(0, ...rows.map(({ ticket }) => ticket)),
    movesUp: mayNow("moveUp", workshop, at),
    isFrozen: isShut(workshop, workshop.freezeDays, at),
  };
}
