import type { Instant } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { poolSeats, type QuotaCounters, type QuotaGroup, quotaOf, quotaSeats, seenFrom } from "./rules.ts";

export type Quota = Awaited<ReturnType<typeof listQuotas>>[number];

const columns = ["id", "institutionId", "country", "seats", "seatsTaken", "reserveCount", "releaseOn"] as const;

/** The quotas of a workshop that hold seats, in the order in which they were made. */
export const listQuotas = (db: Reader, workshopId: Id<"workshop">) =>
  db
    .selectFrom("quota")
    .select(columns)
    .where("workshopId", "=", workshopId)
    .where("releasedAt", "is", null)
    .orderBy("id")
    .execute();

/** Those whose seats have gone to the common pool on their day. */
export const listReleasedQuotas = (db: Reader, workshopId: Id<"workshop">) =>
  db
    .selectFrom("quota")
    .select(["id", "institutionId", "country", "seats", "releasedAt", "releasedSeats"])
    .where("workshopId", "=", workshopId)
    .where("releasedAt", "is not", null)
    .orderBy("releasedAt")
    .orderBy("id")
    .execute();

/** One quota that holds seats; null for the common pool, and for one that was released or given up. */
async function findQuota(db: Reader, workshopId: Id<"workshop">, group: QuotaGroup): Promise<Quota | null> {
  if (group === null) return null;
  const quota = await db
    .selectFrom("quota")
    .select(columns)
    .where("id", "=", group)
    .where("workshopId", "=", workshopId)
    .where("releasedAt", "is", null)
    .executeTakeFirst();
  return quota ?? null;
}

/** A workshop as whoever is in a group sees it. Without quotas nothing is read. */
export async function findSeenFrom<Workshop extends QuotaCounters & { id: Id<"workshop"> }>(
  db: Reader,
  workshop: Workshop,
  group: QuotaGroup,
): Promise<Workshop> {
  return workshop.quotaSeats > 0 ? seenFrom(workshop, await findQuota(db, workshop.id, group)) : workshop;
}

/**
 * The quotas of a workshop and its common pool, each with its seats, and to which of them some people belong.
 * `stillThere`: in which group somebody counts who was in one; the pool where that one has been given up since.
 */
export async function findQuotaGroups<Workshop extends QuotaCounters & { id: Id<"workshop"> }>(
  db: Reader,
  workshop: Workshop,
  personIds: readonly Id<"person">[],
) {
  const quotas = workshop.quotaSeats > 0 ? await listQuotas(db, workshop.id) : [];
  const quotaOfEach = await listQuotasOf(db, quotas, personIds);
  const seats = new Map<QuotaGroup, ReturnType<typeof quotaSeats>>(
    quotas.map((quota) => [quota.id, quotaSeats(quota)]),
  );
  seats.set(null, poolSeats(workshop));
  return {
    seats,
    groupOf: (personId: Id<"person">): QuotaGroup => quotaOfEach.get(personId)?.id ?? null,
    stillThere: (group: QuotaGroup | undefined): QuotaGroup => (group && seats.has(group) ? group : null),
  };
}

/** The quota to which each of some people belongs, by where they work now. */
export async function listQuotasOf(
  db: Reader,
  quotas: readonly Quota[],
  personIds: readonly Id<"person">[],
): Promise<Map<Id<"person">, Quota>> {
  if (!quotas.length || !personIds.length) return new Map();
  const people = await db
    .selectFrom("person")
    .select(["id", "institutionId", "country"])
    .where("id", "in", [...personIds])
    .execute();
  return new Map(
    people.flatMap(({ id, ...sender }): [Id<"person">, Quota][] => {
      const quota = quotaOf(quotas, sender);
      return quota ? [[id, quota]] : [];
    }),
  );
}

/** Quotas in which a seat is free beside somebody who waits. */
export const listFillableQuotas = (db: Reader, workshopId: Id<"workshop">) =>
  db
    .selectFrom("quota")
    .select(columns)
    .where("workshopId", "=", workshopId)
    .where("releasedAt", "is", null)
    .where("reserveCount", ">", 0)
    .whereRef("seatsTaken", "<", "seats")
    .orderBy("id")
    .execute();

/** What may have to be released on some clock: whose day has come where days begin first. */
export const listDueQuotas = (db: Reader, at: Instant) =>
  db
    .selectFrom("quota")
    .innerJoin("workshop", "workshop.id", "quota.workshopId")
    .select(["quota.id", "quota.workshopId", "quota.releaseOn", "workshop.zone"])
    .where("quota.releasedAt", "is", null)
    .where("quota.releaseOn", "<=", localDate(at, "Asia/Tokyo"))
    .where("workshop.state", "in", ["published", "open", "closed", "running"])
    .orderBy("quota.id")
    .execute();
