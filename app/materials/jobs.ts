import { audit } from "#app/audit/commands.ts";
import { eraseFiles, keepUntil } from "#app/files/commands.ts";
import { listOverdue } from "#app/files/queries.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { listKeeping } from "./queries.ts";
import { keptUntil } from "./rules.ts";

const mostAtOnce = 100;

/**
 * Erases files whose time is over. When that is rests on the last day of their workshop, which may have been put off
 * since they came: what is to be kept longer then is dated anew.
 */
export async function eraseEndedMaterials(database: Database, at: Instant): Promise<void> {
  for (;;) {
    const overdue = await listOverdue(database.read, at, mostAtOnce);
    if (overdue.length === 0) return;
    await database.transact(async (trx) => {
      const ids = overdue.map(({ id }) => id);
      const keeping = new Map((await listKeeping(trx, ids)).map((one) => [one.fileId, one]));
      for (const id of ids) {
        const one = keeping.get(id);
        const until = one ? keptUntil(one) : at;
        if (until > at) await keepUntil(trx, id, until);
        else await eraseFiles(trx, [id], at);
        if (one && until <= at)
          await audit(trx, at, { accountId: null, action: "material.erased", subjectId: one.materialId });
      }
    });
  }
}
