import { listDueQuotas } from "#app/nominations/quotas/queries.ts";
import { isReleaseDue } from "#app/nominations/quotas/rules.ts";
import { eachAlone, type Round } from "#app/outbox/job.ts";
import { releaseQuota } from "./quotas.commands.ts";

/** Quotas whose day has come give what they have left to the common pool. */
export const releaseDueQuotas: Round = async (database, at) => {
  const due = (await listDueQuotas(database.read, at)).filter(({ releaseOn, zone }) =>
    isReleaseDue(releaseOn, zone, at),
  );
  await eachAlone(due, ({ id, workshopId }) =>
    database.transact((trx) =>
      releaseQuota(trx, { workshopId, quotaId: id, isByItself: true }, { accountId: null, at }).then(() => {}),
    ),
  );
};
