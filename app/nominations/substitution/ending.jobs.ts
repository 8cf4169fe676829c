import { everywhere } from "#app/access/permissions.ts";
import { findNomination } from "#app/nominations/nomination/queries.ts";
import { endOutdated } from "#app/nominations/nomination/steps.commands.ts";
import { emit } from "#app/outbox/commands.ts";
import type { Round } from "#app/outbox/job.ts";
import { holdWorkshop } from "#app/workshops/hold.commands.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import type { Id } from "#db/id.ts";
import { isSubstitutable, listProposed } from "./substitution.queries.ts";

const atOnce = 100;

/** Whoever was to be replaced has left in another way, or time is over: the proposal ends, and its sender is told. */
export const endOutdatedProposals: Round = async (database, at) => {
  let last: Id<"nomination"> | null = null;
  for (;;) {
    const proposed: Awaited<ReturnType<typeof listProposed>> = await listProposed(database.read, last, atOnce);
    for (const { id, workshopId, code } of proposed) {
      last = id;
      const workshop = await findWorkshop(database.read, code, everywhere);
      const looked = workshop && (await findNomination(database.read, { workshopId, id }));
      if (!looked || (await isSubstitutable(database.read, workshop, looked, at))) continue;
      await database.transact(async (trx) => {
        const held = await holdWorkshop(trx, code, everywhere);
        const nomination = held && (await findNomination(trx, { workshopId, id }));
        if (!nomination || !(await endOutdated(trx, held, nomination, at))) return;
        const { personId } = nomination;
        await emit(trx, at, "substitute.decided", { nominationId: id }, { workshopId, personId });
      });
    }
    if (proposed.length < atOnce) return;
  }
};
