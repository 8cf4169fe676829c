import type { Round } from "#app/outbox/job.ts";
import { clearOldMerges } from "./merge.commands.ts";

/** Merges in one transaction. */
const atOnce = 100;

/** What merges have kept of people ends when they can no longer be undone. */
export const endOldMerges: Round = async (database, at) => {
  while ((await database.transact((trx) => clearOldMerges(trx, at, atOnce))) === atOnce);
};
