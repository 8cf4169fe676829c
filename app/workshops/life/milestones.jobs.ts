import { eachAlone, type Round } from "#app/outbox/job.ts";
import { takeMilestone } from "./commands.ts";
import { milestones } from "./life.rules.ts";
import { listWaitingSteps } from "./queries.ts";

/** Enrolment opens and closes, and a workshop starts, on its day. */
export const takeDueMilestones: Round = async (database, at) => {
  const waiting = await listWaitingSteps(database.read, at);
  // in the order of the line: after a night without a worker, one step waits for another
  const inOrder = milestones.flatMap((step) => waiting.filter((each) => each.step === step));
  await eachAlone(inOrder, (one) => database.transact((trx) => takeMilestone(trx, one, at)));
};
