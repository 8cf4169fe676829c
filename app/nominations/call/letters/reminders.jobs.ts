import type { Round } from "#app/outbox/job.ts";
import { remindOwing } from "./reminders.commands.ts";
import { listClosingSoon } from "./reminders.queries.ts";

/** Focal points who still owe something hear of it a week before the end, and two days before it. */
export const remindSenders: Round = async (database, at) => {
  for (const workshopId of await listClosingSoon(database.read, at))
    await database.transact((trx) => remindOwing(trx, workshopId, at));
};
