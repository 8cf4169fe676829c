import { audit } from "#app/access/audit.ts";
import { completeJob } from "#app/outbox/commands.ts";
import { enqueue } from "#app/outbox/enqueue.ts";
import { type Handler, payloadValue } from "#app/outbox/job.ts";
import { moveUp } from "./seats.commands.ts";

/** A workshop has become larger: whoever waits moves up. */
export const fillAddedSeats: Handler = async (job, { database, at }) => {
  const workshopId = payloadValue(job, "workshopId");
  await database.transact(async (trx) => {
    const movedUp = await moveUp(trx, workshopId, at);
    if (movedUp)
      await audit(trx, at, {
        accountId: null,
        action: "enrolment.movedUp",
        subjectKind: "workshop",
        subjectId: workshopId,
        details: { movedUp },
      });
  });
};

/** A workshop is cancelled: everybody who holds or awaits a seat gets a message, once. */
export const spreadCancellation: Handler = async (job, { database, at }) => {
  const workshopId = payloadValue(job, "workshopId");
  await database.transact(async (trx) => {
    if (!(await completeJob(trx, { jobId: job.id, at }))) return;
    const enrolments = await trx
      .selectFrom("enrolment")
      .select(["id", "personId"])
      .where("workshopId", "=", workshopId)
      .where("state", "in", ["nominated", "applied", "selected", "reserve", "confirmed"])
      .orderBy("ticket")
      .execute();
    for (const { id, personId } of enrolments) await enqueue(trx, at, "enrolment.cancelled", { enrolmentId: id }, { workshopId, personId });
  });
};
