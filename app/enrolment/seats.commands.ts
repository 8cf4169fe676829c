import { countIn } from "#app/nominations/quotas/commands.ts";
import { listFillableQuotas } from "#app/nominations/quotas/queries.ts";
import { poolSeats, type QuotaGroup, quotaSeats } from "#app/nominations/quotas/rules.ts";
import { emit } from "#app/outbox/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import { mayNow } from "#app/workshops/moments.rules.ts";
import { holdSeats } from "#app/workshops/seats.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { moveTo } from "./events.commands.ts";
import { makeOffer } from "./offers/offers.commands.ts";
import { isPassedOver } from "./queries.ts";
import { movingUp, nextState, type Seats } from "./rules.ts";

type Next = { id: Id<"enrolment">; personId: Id<"person"> };

/**
 * Moves the first of each queue into free seats, in the order of their tickets, and tells them. Each quota has a queue
 * of its own, and the common pool another: nobody moves from one into another. Whoever cannot sign in is passed over,
 * and keeps the ticket.
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
  const stillComing = mayNow("moveUp", workshop, at);
  const to = nextState("reserve", "system", { stillComing, seatFree: movingUp(workshop) > 0 });
  if (!to) return 0;
  const quotas = workshop.quotaSeats > 0 ? await listFillableQuotas(trx, workshopId) : [];
  let movedUp = 0;
  for (const quota of quotas)
    movedUp += await moveUpIn(trx, { workshopId, group: quota.id, seats: quotaSeats(quota) }, moveOne);
  return movedUp + (await moveUpIn(trx, { workshopId, group: null, seats: poolSeats(workshop) }, moveOne));
}

type Queue = { workshopId: Id<"workshop">; group: QuotaGroup; seats: Seats };

async function moveUpIn(
  trx: Writer,
  { workshopId, group, seats }: Queue,
  moveOne: (next: Next) => Promise<void>,
): Promise<number> {
  const count = movingUp(seats);
  if (!count) return 0;
  const next = await trx
    .selectFrom("enrolment")
    .select(["id", "personId"])
    .where("workshopId", "=", workshopId)
    .where("state", "=", "reserve")
    .where("quotaId", "is not distinct from", group)
    .where((eb) => eb.not(isPassedOver(eb)))
    .orderBy("ticket")
    .limit(count)
    .execute();
  for (const one of next) await moveOne(one);
  if (next.length) await countIn(trx, workshopId, group, { seats: next.length, reserves: -next.length });
  return next.length;
}

type Whose = { enrolmentId: Id<"enrolment">; personId: Id<"person">; workshopId: Id<"workshop"> };

/** Gives a seat to somebody who waits, whom the counters have there already or soon. */
export async function moveAndTell(trx: Writer, { enrolmentId, ...about }: Whose, at: Instant): Promise<void> {
  const byItself = { accountId: null, at };
  await moveTo(trx, { enrolmentId, from: "reserve", to: "confirmed" }, byItself);
  await makeOffer(trx, { enrolmentId, workshopId: about.workshopId }, byItself);
  await emit(trx, at, "enrolment.promoted", { enrolmentId }, about);
}
