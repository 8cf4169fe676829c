import { emit } from "#app/outbox/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import { mayNow } from "#app/workshops/moments.rules.ts";
import { countSeats, holdSeats } from "#app/workshops/seats.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { moveTo } from "./events.commands.ts";
import { isPassedOver } from "./queries.ts";
import { movingUp, nextState } from "./rules.ts";

type Next = { id: Id<"enrolment">; personId: Id<"person"> };

/**
 * Moves the first of the queue into free seats, in the order of their tickets, and tells them. Whoever cannot sign in
 * is passed over, and keeps the ticket.
 * @param moveOne where it follows from an act that can be undone
 */
export async function moveUp(
  trx: Writer,
  workshopId: Id<"workshop">,
  at: Instant,
  moveOne = ({ id, personId }: Next) => moveAndTell(trx, { enrolmentId: id, personId, workshopId }, at),
): Promise<number> {
  const workshop = await holdSeats(trx, workshopId);
  if (!workshop) return 0;
  const count = movingUp(workshop);
  const stillComing = mayNow("moveUp", workshop, at);
  const to = nextState("reserve", "system", { stillComing, seatFree: count > 0 });
  if (!to) return 0;
  const next = await trx
    .selectFrom("enrolment")
    .select(["id", "personId"])
    .where("workshopId", "=", workshopId)
    .where("state", "=", "reserve")
    .where((eb) => eb.not(isPassedOver(eb)))
    .orderBy("ticket")
    .limit(count)
    .execute();
  for (const one of next) await moveOne(one);
  await countSeats(trx, workshopId, { seats: next.length, reserves: -next.length });
  return next.length;
}

type Whose = { enrolmentId: Id<"enrolment">; personId: Id<"person">; workshopId: Id<"workshop"> };

async function moveAndTell(trx: Writer, { enrolmentId, ...about }: Whose, at: Instant): Promise<void> {
  await moveTo(trx, { enrolmentId, from: "reserve", to: "confirmed" }, { accountId: null, at });
  await emit(trx, at, "enrolment.promoted", { enrolmentId }, about);
}
