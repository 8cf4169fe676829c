import { tell } from "#app/enrolment/mail.jobs.ts";
import { findOffer } from "#app/enrolment/offers/offers.queries.ts";
import { endQuietly } from "#app/outbox/end-quietly.ts";
import { type Handler, type Job, type JobContext, PermanentFailure } from "#app/outbox/job.ts";
import type { Id } from "#db/id.ts";

type Carrying = Job<{ offerId: Id<"offer"> }>;

/** What an offer is, where there still is one. @throws PermanentFailure where it is gone */
export async function readOffer({ database }: JobContext, id: Id<"offer">) {
  const offer = await findOffer(database.read, id);
  if (!offer) throw new PermanentFailure("NoSuchOffer");
  return offer;
}

/** Whoever has answered meanwhile is reminded of nothing. An act that was undone has taken its question along. */
export const tellReminded: Handler<"offer.reminded"> = async (job, context) => {
  const offer = await findOffer(context.database.read, job.payload.offerId);
  if (offer?.state !== "open") return endQuietly(job, context);
  return tellHolder("enrolment.reminded", job, context, offer.enrolmentId);
};

export const tellAccepted: Handler<"offer.accepted"> = async (job, context) => {
  const { enrolmentId } = await readOffer(context, job.payload.offerId);
  return tellHolder("enrolment.accepted", job, context, enrolmentId);
};

export const tellEnded: Handler<"offer.ended"> = async (job, context) => {
  const { enrolmentId, state } = await readOffer(context, job.payload.offerId);
  return tellHolder(state === "declined" ? "enrolment.declined" : "enrolment.lapsed", job, context, enrolmentId);
};

type ToHolder = "enrolment.reminded" | "enrolment.accepted" | "enrolment.declined" | "enrolment.lapsed";

const tellHolder = (kind: ToHolder, job: Carrying, context: JobContext, enrolmentId: Id<"enrolment">) =>
  tell(kind, { ...job, payload: { enrolmentId } }, context);
