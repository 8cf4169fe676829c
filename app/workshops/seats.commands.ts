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
  "state",
  "admission",
  "startsOn",
  "endsOn",
  "beginsAt",
  "endsAt",
  "zone",
] as const;

/**
 * Draws the next ticket and, by writing the workshop's row, keeps everybody else waiting until this transaction ends:
 * what is read here stays true. The same on both databases, and cheaper than `for update`.
 */
export async function drawTicket(trx: Writer, workshopId: Id<"workshop">) {
  return trx
    .updateTable("workshop")
    .set(({ eb }) => ({ lastTicket: eb("lastTicket", "+", 1) }))
    .where("id", "=", workshopId)
    .returning(seatColumns)
    .executeTakeFirst();
}

/** The same hold without a ticket. */
export async function holdSeats(trx: Writer, workshopId: Id<"workshop">) {
  return holding.workshop(trx).where("id", "=", workshopId).returning(seatColumns).executeTakeFirst();
}

/** Adds to the counters, or takes from them; they stay equal to the rows of those who hold and await seats. */
export async function countSeats(trx: Writer, workshopId: Id<"workshop">, change: { seats: number; reserves: number }) {
  await trx
    .updateTable("workshop")
    .set(({ eb }) => ({
      seatsTaken: eb("seatsTaken", "+", change.seats),
      reserveCount: eb("reserveCount", "+", change.reserves),
    }))
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
