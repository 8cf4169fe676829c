import type { Round } from "#app/outbox/job.ts";
import { eraseHeld, eraseJourneys } from "./ending.commands.ts";
import { listToErase, listWithJourneys } from "./ending.queries.ts";

/** What was kept of people for a workshop is erased on its day. */
export const endDossiers: Round = async (database, at) => {
  for (const ended of await listToErase(database.read, at)) await database.transact((trx) => eraseHeld(trx, ended, at));
  for (const workshopId of await listWithJourneys(database.read, at))
    await database.transact((trx) => eraseJourneys(trx, workshopId, at));
};
