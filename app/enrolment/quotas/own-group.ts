import { type EnrolmentState, isOutside } from "#app/enrolment/rules.ts";
import { countryName } from "#app/institutions/country-name.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { listQuotas, listQuotasOf } from "#app/nominations/quotas/queries.ts";
import { poolSeats, type QuotaGroup, quotaSeats } from "#app/nominations/quotas/rules.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { isShut, mayNow } from "#app/workshops/moments.rules.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Id } from "#db/id.ts";

type Visit = Pick<Reading, "db" | "locale" | "t">;
type Whose = { personId: Id<"person">; enrolment: { state: EnrolmentState; quotaId: QuotaGroup } | null };

/** For which seats of a workshop somebody counts, or would: whose they are, and how many are free. */
export type OwnGroup = { name: string; seats: number; free: number };

/** Null where a workshop has no quotas: then all seats are for everybody, and nothing is read. */
export async function ownGroup(
  { db, locale, t }: Visit,
  workshop: Workshop,
  { personId, enrolment }: Whose,
): Promise<OwnGroup | null> {
  if (workshop.quotaSeats === 0) return null;
  const quotas = await listQuotas(db, workshop.id);
  const isInside = enrolment !== null && !isOutside(enrolment.state);
  const quota = isInside
    ? quotas.find(({ id }) => id === enrolment.quotaId)
    : (await listQuotasOf(db, quotas, [personId])).get(personId);
  const { capacity, seatsTaken, reserveCount } = quota ? quotaSeats(quota) : poolSeats(workshop);
  const institutionOf = await institutionNames(db, workshop.startsOn, locale);
  const name = quota?.country
    ? t("quotas:group.country", { country: countryName(quota.country, locale, t) })
    : quota
      ? institutionOf(quota.institutionId).text
      : t("quotas:group.pool");
  return { name, seats: capacity, free: Math.max(0, capacity - seatsTaken - reserveCount) };
}

/** Whether seats still come to those who wait, and whether only the desk gives them any more. */
export const seatsComing = (workshop: Workshop, at: Instant) => ({
  stillComing: mayNow("moveUp", workshop, at),
  isByDesk: isShut(workshop, workshop.promotionDays, at) && mayNow("leaveSeat", workshop, at),
});
