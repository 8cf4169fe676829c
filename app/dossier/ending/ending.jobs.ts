import { eachAlone, type Round } from "#app/outbox/job.ts";
import { eraseHeld, eraseJourneys } from "./ending.commands.ts";
import { listToErase, listWithJourneys } from "./ending.queries.ts";

/** What was kept of people for a workshop is erased on its day. */
export const endDossiers: Round = async (database, at) => {
  await eachAlone(await listToErase(database.read, at), (ended) =>
    database.transact((trx) => eraseHeld(trx, ended, at)),
  );
  await eachAlone(await listWithJourneys(database.read, at), (workshopId) =>
    database.transact((trx) => eraseJourneys(trx, workshopId, at)),
  );
};
