import type { Round } from "#app/outbox/job.ts";
import { clearOldImports } from "./commands.ts";

/** Ends lists that nobody has gone on with, or that were imported long ago: one after another, as each may be long. */
export const endOldImports: Round = async (database, at) => {
  while ((await database.transact((trx) => clearOldImports(trx, at))) > 0);
};
