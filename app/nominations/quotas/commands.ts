import { sql } from "kysely";
import type { Instant } from "#app/time/instant.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import { countSeats } from "#app/workshops/seats.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { type QuotaGroup, quotaSeats, type Whose } from "./rules.ts";

const counting = {
  seatsTaken: sql<number>`seats_taken + case when seats > seats_taken + reserve_count then 1 else 0 end`,
  reserveCount: sql<number>`reserve_count + case when seats > seats_taken + reserve_count then 0 else 1 end`,
};

/**
 * Counts somebody in the quota to which they belong, in one statement: in a seat where one is left and nobody waits,
 * else among those who wait. The workshop is held by then.
 * @returns the quota with its counters as they were before; null for whoever belongs to none
 */
export async function countNextInQuota(trx: Writer, workshopId: Id<"workshop">, personId: Id<"person">) {
  const row = await trx
    .updateTable("quota")
    .set(counting)
    .where("id", "=", (eb) =>
      eb
        .selectFrom("quota as own")
        .innerJoin("person", (join) =>
          join.on((on) =>
            on.or([
              on("person.institutionId", "=", on.ref("own.institutionId")),
              on("person.country", "=", on.ref("own.country")),
            ]),
          ),
        )
        .select("own.id")
        .where("own.workshopId", "=", workshopId)
        .where("own.releasedAt", "is", null)
        .where("person.id", "=", personId)
        // that of an institution comes before that of a country
        .orderBy((order) => order.case().when("own.institutionId", "is", null).then(1).else(0).end())
        .limit(1),
    )
    .returning(["id", "seats", "seatsTaken", "reserveCount"])
    .executeTakeFirst();
  if (!row) return null;
  const seats = row.seats >= row.seatsTaken + row.reserveCount ? 1 : 0;
  const counted = { seats, reserves: 1 - seats };
  const before = { ...row, seatsTaken: row.seatsTaken - seats, reserveCount: row.reserveCount - counted.reserves };
  return { id: row.id, ...quotaSeats(before) };
}

type Change = { seats: number; reserves: number };

/** Adds to the counters of a workshop that is held, and to those of the quota in which it happens. */
export async function countIn(
  trx: Writer,
  workshopId: Id<"workshop">,
  group: QuotaGroup,
  change: Change,
): Promise<void> {
  if (group !== null) await countQuota(trx, group, change);
  await countSeats(trx, workshopId, change, group === null ? undefined : change);
}

async function countQuota(trx: Writer, id: Id<"quota">, { seats, reserves }: Change): Promise<void> {
  await trx
    .updateTable("quota")
    .set(({ eb }) => ({ seatsTaken: eb("seatsTaken", "+", seats), reserveCount: eb("reserveCount", "+", reserves) }))
    .where("id", "=", id)
    .execute();
}

type Written = Whose & {
  seats: number;
  seatsTaken: number;
  reserveCount: number;
  releaseOn: LocalDate | null;
};

/** Makes a quota in a workshop that is held, with its counters. @returns its id */
export async function addQuota(
  trx: Writer,
  workshopId: Id<"workshop">,
  quota: Written,
  at: Instant,
): Promise<Id<"quota">> {
  const id = newId<"quota">();
  await trx
    .insertInto("quota")
    .values({ id, workshopId, ...quota, createdAt: at })
    .execute();
  return id;
}

/** Brings a quota to so many seats, with its counters; whose it is stays. */
export async function changeQuota(trx: Writer, id: Id<"quota">, quota: Omit<Written, keyof Whose>): Promise<void> {
  const { seats, seatsTaken, reserveCount, releaseOn } = quota;
  await trx.updateTable("quota").set({ seats, seatsTaken, reserveCount, releaseOn }).where("id", "=", id).execute();
}

/** Notes that a quota's seats have gone to the common pool. Nobody is in it any more. */
export async function closeQuota(trx: Writer, id: Id<"quota">, releasedSeats: number, at: Instant): Promise<void> {
  await trx
    .updateTable("quota")
    .set({ seatsTaken: 0, reserveCount: 0, releasedAt: at, releasedSeats })
    .where("id", "=", id)
    .execute();
}

/** Takes a quota away that somebody has given up. Nobody is in it any more. */
export async function dropQuota(trx: Writer, id: Id<"quota">): Promise<void> {
  await trx.deleteFrom("quota").where("id", "=", id).execute();
}

/** A draft goes with its quotas. */
export async function dropQuotasOf(trx: Writer, workshopId: Id<"workshop">): Promise<void> {
  await trx.deleteFrom("quota").where("workshopId", "=", workshopId).execute();
}
