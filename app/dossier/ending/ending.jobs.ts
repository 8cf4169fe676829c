import { eachAlone, type Round } from "#app/outbox/job.ts";
import type { Writer } from "#db/database.ts";
import { eraseHeld, eraseJourneys } from "./ending.commands.ts";
import { listToErase, listWithJourneys } from "./ending.queries.ts";

/** What was kept of people for a workshop is erased on its day. */
export const endDossiers: Round = async (database, at) => {
  const ended = [
    ...(await listToErase(database.read, at)).map((one) => (trx: Writer) => eraseHeld(trx, one, at)),
    ...(await listWithJourneys(database.read, at)).map((id) => (trx: Writer) => eraseJourneys(trx, id, at)),
  ];
  await eachAlone(ended, (erase) => database.transact(erase));
};
