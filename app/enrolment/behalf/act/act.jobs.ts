import { type SeatLetter, tell } from "#app/enrolment/mail.jobs.ts";
import { translator } from "#app/i18n/translator.server.ts";
import type { Handler, Job, JobContext, Round } from "#app/outbox/job.ts";
import { addressedName } from "#app/people/names.ts";
import type { Id } from "#db/id.ts";
import { findLetterOf } from "./letters.queries.ts";
import { forgetStanding } from "./undo.commands.ts";

export const tellAdded: Handler<"enrolment.added"> = (job, context) =>
  tellOnBehalf(job, context, (isSeated) => (isSeated ? "enrolment.added" : "enrolment.addedReserve"));
export const tellRemoved: Handler<"enrolment.removed"> = (job, context) =>
  tellOnBehalf(job, context, () => "enrolment.removed");
export const tellSeated: Handler<"enrolment.seated"> = (job, context) =>
  tellOnBehalf(job, context, () => "enrolment.seated");
export const tellUnseated: Handler<"enrolment.unseated"> = (job, context) =>
  tellOnBehalf(job, context, () => "enrolment.unseated");

/** What was before acts that can be undone no more is forgotten, some of it at a time. */
export const clearStandingActs: Round = async (database, at) => {
  await database.transact((trx) => forgetStanding(trx, at, 200));
};

type Carried = { enrolmentId: Id<"enrolment">; enrolmentActId: Id<"enrolmentAct"> };

/** Says who has acted for somebody, with their words; an answer goes to them. An act that was undone has no letter. */
async function tellOnBehalf(job: Job<Carried>, context: JobContext, kindOf: (isSeated: boolean) => SeatLetter) {
  const { enrolmentId, enrolmentActId } = job.payload;
  const act = await findLetterOf(context.database.read, enrolmentActId, enrolmentId);
  if (!act || act.undoneAt) return undefined;
  const { coordinator, note, toState } = act;
  return tell(kindOf(toState === "confirmed"), job, context, ({ locale }) => ({
    coordinator: coordinator ? addressedName(coordinator, locale) : translator(locale)("mail:coordination"),
    replyTo: coordinator?.email ?? null,
    note,
  }));
}
