import { emit } from "#app/outbox/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Writer } from "#db/database.ts";
import { holding } from "#db/hold.ts";
import { recordEvent } from "./events.commands.ts";
import { mayMoveUp, movingUp } from "./rules.ts";

const seatColumns = [
  "id",
  "capacity",
  "seatsTaken",
  "reserveCount",
  "lastTicket",
  "state",
  "admission",
  "startsOn",
  "zone",
] as const;

/**
 * Draws the next ticket and, by writing the workshop's row, keeps everybody else waiting until this transaction ends:
 * what is read here stays true. The same on both databases, and cheaper than `for update`.
 */
export async function drawTicket(trx: Writer, workshopId: string) {
  return trx
    .updateTable("workshop")
    .set(({ eb }) => ({ lastTicket: eb("lastTicket", "+", 1) }))
    .where("id", "=", workshopId)
    .returning(seatColumns)
    .executeTakeFirst();
}

/** The same hold without a ticket. */
export async function holdSeats(trx: Writer, workshopId: string) {
  return holding.workshop(trx).where("id", "=", workshopId).returning(seatColumns).executeTakeFirst();
}

export async function countSeats(trx: Writer, workshopId: string, change: { seats: number; reserves: number }) {
  await trx
    .updateTable("workshop")
    .set(({ eb }) => ({
      seatsTaken: eb("seatsTaken", "+", change.seats),
      reserveCount: eb("reserveCount", "+", change.reserves),
    }))
    .where("id", "=", workshopId)
    .execute();
}

/** Moves the first of the queue into free seats, in the order of their tickets, and tells them. */
export async function moveUp(trx: Writer, workshopId: string, at: Instant): Promise<number> {
  const workshop = await holdSeats(trx, workshopId);
  if (!workshop || !mayMoveUp(workshop.state, workshop.startsOn, localDate(at, workshop.zone))) return 0;
  const count = movingUp(workshop);
  if (count === 0) return 0;
  const next = await trx
    .selectFrom("enrolment")
    .select(["id", "personId"])
    .where("workshopId", "=", workshopId)
    .where("state", "=", "reserve")
    .orderBy("ticket")
    .limit(count)
    .execute();
  for (const { id, personId } of next) {
    await trx.updateTable("enrolment").set({ state: "confirmed", changedAt: at }).where("id", "=", id).execute();
    await recordEvent(trx, { enrolmentId: id, from: "reserve", to: "confirmed", at, accountId: null });
    await emit(trx, at, "enrolment.promoted", { enrolmentId: id }, { workshopId, personId });
  }
  await countSeats(trx, workshopId, { seats: next.length, reserves: -next.length });
  return next.length;
}
