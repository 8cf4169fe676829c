import { eachAlone, type Round } from "#app/outbox/job.ts";
import { remindOwing } from "./reminders.commands.ts";
import { listClosingSoon } from "./reminders.queries.ts";

/** Focal points who still owe something hear of it a week before the end, and two days before it. */
export const remindSenders: Round = async (database, at) =>
  eachAlone(await listClosingSoon(database.read, at), (workshopId) =>
    database.transact((trx) => remindOwing(trx, workshopId, at)),
  );
