import type { SealedPart } from "#app/nominations/sealed/answers.ts";
import type { Round } from "#app/outbox/job.ts";
import type { Id } from "#db/id.ts";
import { eraseSealed } from "./ending.commands.ts";
import { listKeptIn, listOfEnded, listSealedDue } from "./ending.queries.ts";

/** Parts in one transaction. */
const most = 500;

/** Sensitive answers are erased on their day, a portion at a time. */
export const endSealed: Round = async (database, at) => {
  for (const due of await listSealedDue(database.read, at))
    for (;;) {
      const parts = await listKeptIn(database.read, due, most);
      if (parts.length) await database.transact((trx) => eraseSealed(trx, due.workshopId, parts, at));
      if (parts.length < most) break;
    }
  for (;;) {
    const ended = await listOfEnded(database.read, at, most);
    for (const [workshopId, parts] of byWorkshop(ended))
      await database.transact((trx) => eraseSealed(trx, workshopId, parts, at));
    if (ended.length < most) return;
  }
};

const byWorkshop = (parts: readonly (SealedPart & { workshopId: Id<"workshop"> })[]) =>
  Map.groupBy(parts, ({ workshopId }) => workshopId);
