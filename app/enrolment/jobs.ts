import { audit } from "#app/audit/commands.ts";
import { completeJob, emit } from "#app/outbox/commands.ts";
import { eachAlone, type Handler, type Round } from "#app/outbox/job.ts";
import type { Instant } from "#app/time/instant.ts";
import { isFillable } from "#app/workshops/moments.rules.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { listWithFreeSeats } from "./free-seats.queries.ts";
import { listActive, listAwaitedBy } from "./queries.ts";
import { moveUp } from "./seats.commands.ts";

/** Seats are free for whoever waits: they move up. */
export const fillFreedSeats: Handler<"workshop.seatsFreed"> = async ({ payload }, { database, at }) => {
  await database.transact((trx) => fillSeats(trx, payload.workshopId, at));
};

/** An account can be used again: seats may have stayed free beside its holder, who waited. */
export const fillPassedOver: Handler<"account.enabled"> = async ({ payload }, { database, at }) => {
  for (const workshopId of await listAwaitedBy(database.read, payload.accountId))
    await database.transact((trx) => fillSeats(trx, workshopId, at));
};

/** Seats that are free though no event has told of it: whoever waits beside one moves up. */
export const fillForgottenSeats: Round = async (database, at) => {
  const workshops = await listWithFreeSeats(database.read);
  await eachAlone(
    workshops.filter((workshop) => isFillable(workshop, at)),
    ({ id }) => database.transact((trx) => fillSeats(trx, id, at)),
  );
};

async function fillSeats(trx: Writer, workshopId: Id<"workshop">, at: Instant): Promise<void> {
  const movedUp = await moveUp(trx, workshopId, at);
  if (movedUp)
    await audit(trx, at, {
      accountId: null,
      action: "enrolment.movedUp",
      subjectId: workshopId,
      details: { movedUp },
    });
}

/** A workshop is cancelled: everybody who holds or awaits a seat gets a message, once. */
export const spreadCancellation: Handler<"workshop.cancelled"> = async ({ id: jobId, payload }, { database, at }) => {
  const { workshopId } = payload;
  await database.transact(async (trx) => {
    if (!(await completeJob(trx, { jobId, at }))) return;
    for (const { id, personId } of await listActive(trx, workshopId))
      await emit(trx, at, "enrolment.cancelled", { enrolmentId: id }, { workshopId, personId });
  });
};
