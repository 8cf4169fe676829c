import type { ExpressionBuilder } from "kysely";
import { emit } from "#app/outbox/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
import { countSeats, holdSeats } from "#app/workshops/seats.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";
import { moveTo } from "./events.commands.ts";
import { mayMoveUp, movingUp, nextState } from "./rules.ts";

/**
 * Moves the first of the queue into free seats, in the order of their tickets, and tells them. Whoever cannot sign in
 * is passed over, and keeps the ticket.
 */
export async function moveUp(trx: Writer, workshopId: Id<"workshop">, at: Instant): Promise<number> {
  const workshop = await holdSeats(trx, workshopId);
  if (!workshop) return 0;
  const count = movingUp(workshop);
  const stillComing = mayMoveUp(workshop.state, workshop.startsOn, localDate(at, workshop.zone));
  const to = nextState("reserve", "system", { stillComing, seatFree: count > 0 });
  if (!to) return 0;
  const next = await trx
    .selectFrom("enrolment")
    .select(["id", "personId"])
    .where("workshopId", "=", workshopId)
    .where("state", "=", "reserve")
    .where(({ not, exists, selectFrom }) => not(exists(disabledAccount(selectFrom))))
    .orderBy("ticket")
    .limit(count)
    .execute();
  for (const { id, personId } of next) {
    await moveTo(trx, { enrolmentId: id, from: "reserve", to }, { accountId: null, at });
    await emit(trx, at, "enrolment.promoted", { enrolmentId: id }, { workshopId, personId });
  }
  await countSeats(trx, workshopId, { seats: next.length, reserves: -next.length });
  return next.length;
}

const disabledAccount = (selectFrom: ExpressionBuilder<Schema, "enrolment">["selectFrom"]) =>
  selectFrom("account")
    .select("account.id")
    .whereRef("account.personId", "=", "enrolment.personId")
    .where("account.disabledAt", "is not", null);
