import { sql } from "kysely";
import { emit } from "#app/outbox/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import { holding } from "#db/hold.ts";
import type { Id } from "#db/id.ts";
import { isFillable } from "./moments.rules.ts";

const seatColumns = [
  "id",
  "capacity",
  "seatsTaken",
  "reserveCount",
  "lastTicket",
  "quotaSeats",
  "quotaTaken",
  "quotaReserves",
  "promotionDays",
  "freezeDays",
  "confirmDays",
  "state",
  "admission",
  "startsOn",
  "endsOn",
  "beginsAt",
  "endsAt",
  "zone",
] as const;

/** A workshop by its id; or as anybody finds it, by the code of one that is no draft. */
export type Sought = { workshopId: Id<"workshop"> } | { publicCode: string };

/** Made once: to build these expressions for each enrolment would cost more than to run them. */
const counting = {
  lastTicket: sql<number>`last_ticket + 1`,
  seatsTaken: sql<number>`seats_taken
    + case when quota_seats = 0 and capacity > seats_taken + reserve_count then 1 else 0 end`,
  reserveCount: sql<number>`reserve_count
    + case when quota_seats > 0 or capacity > seats_taken + reserve_count then 0 else 1 end`,
};

/**
 * Draws the next ticket and counts its holder, in one statement: in a seat where one is left and nobody waits, else in
 * the reserve. By writing the workshop's row it keeps everybody else waiting until this transaction ends: what is read
 * here stays true. Whoever then refuses takes the count back by `countSeats`. Where there are quotas nobody is counted
 * yet: that is for whoever knows to which one they belong.
 * @returns the workshop with its counters as they were before, the ticket, and what was counted
 */
export async function countNext(trx: Writer, sought: Sought) {
  const row = await trx
    .updateTable("workshop")
    .set(counting)
    .where((eb) =>
      "workshopId" in sought
        ? eb("id", "=", sought.workshopId)
        : eb.and([eb("code", "=", sought.publicCode.toUpperCase()), eb("state", "<>", "draft")]),
    )
    .returning(seatColumns)
    .executeTakeFirst();
  return row && asBefore(row);
}

type Counters = { capacity: number; seatsTaken: number; reserveCount: number; quotaSeats: number };

/** Where more are counted now than there are seats, whoever was counted last was not given one. */
function asBefore<Row extends Counters>(row: Row) {
  if (row.quotaSeats > 0) return { workshop: row, counted: { seats: 0, reserves: 0 } };
  const seats = row.capacity >= row.seatsTaken + row.reserveCount ? 1 : 0;
  const counted = { seats, reserves: 1 - seats };
  const { seatsTaken, reserveCount } = row;
  const workshop = { ...row, seatsTaken: seatsTaken - seats, reserveCount: reserveCount - counted.reserves };
  return { workshop, counted };
}

/** So many tickets more, of a workshop that is held. @returns the number before the first of them */
export async function drawTickets(trx: Writer, workshopId: Id<"workshop">, count: number): Promise<number> {
  const { lastTicket } = await trx
    .updateTable("workshop")
    .set(({ eb }) => ({ lastTicket: eb("lastTicket", "+", count) }))
    .where("id", "=", workshopId)
    .returning("lastTicket")
    .executeTakeFirstOrThrow();
  return lastTicket - count;
}

/** The same hold without a ticket. */
export async function holdSeats(trx: Writer, workshopId: Id<"workshop">) {
  return holding.workshop(trx).where("id", "=", workshopId).returning(seatColumns).executeTakeFirst();
}

type Change = { seats: number; reserves: number };

/**
 * Adds to the counters, or takes from them; they stay equal to the rows of those who hold and await seats.
 * @param inQuotas what of it is in quotas: whoever keeps these counts there too
 */
export async function countSeats(trx: Writer, workshopId: Id<"workshop">, change: Change, inQuotas?: Change) {
  await trx
    .updateTable("workshop")
    .set(({ eb }) => ({
      seatsTaken: eb("seatsTaken", "+", change.seats),
      reserveCount: eb("reserveCount", "+", change.reserves),
      ...(inQuotas && {
        quotaTaken: eb("quotaTaken", "+", inQuotas.seats),
        quotaReserves: eb("quotaReserves", "+", inQuotas.reserves),
      }),
    }))
    .where("id", "=", workshopId)
    .execute();
}

type Split = Counters & { lastTicket: number; quotaTaken: number; quotaReserves: number };
type Windows = { promotionDays: number | null; freezeDays: number | null; confirmDays: number | null };

/** Divides the seats of a workshop that is held anew, with all its counters; and says until when they move. */
export async function setSeats(
  trx: Writer,
  workshopId: Id<"workshop">,
  { capacity, lastTicket, seatsTaken, reserveCount, quotaSeats, quotaTaken, quotaReserves }: Split,
  windows: Windows,
  at: Instant,
): Promise<void> {
  const counters = { capacity, lastTicket, seatsTaken, reserveCount, quotaSeats, quotaTaken, quotaReserves };
  await trx
    .updateTable("workshop")
    .set({ ...counters, ...windows, changedAt: at })
    .where("id", "=", workshopId)
    .execute();
}

/**
 * Has whoever waits move up, where a seat is free for them. Every command ends with it after which that may be so:
 * what fills a seat is that it is free, whatever has freed it. The workshop is held by then.
 */
export async function offerFreeSeats(trx: Writer, workshopId: Id<"workshop">, at: Instant): Promise<void> {
  const workshop = await trx.selectFrom("workshop").select(seatColumns).where("id", "=", workshopId).executeTakeFirst();
  if (workshop && isFillable(workshop, at)) await emit(trx, at, "workshop.seatsFreed", { workshopId }, { workshopId });
}
