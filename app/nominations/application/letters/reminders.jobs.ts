import type { Round } from "#app/outbox/job.ts";
import { remindOwingNominees } from "./reminders.commands.ts";
import { listOwingNominees } from "./reminders.queries.ts";

/** Nominees who have not sent their application hear of it a week before their part closes, and two days before it. */
export const remindNominees: Round = async (database, at) => {
  const owing = await listOwingNominees(database.read, at);
  if (owing.length) await database.transact((trx) => remindOwingNominees(trx, owing, at));
};
