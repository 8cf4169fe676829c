import type { Round } from "#app/outbox/job.ts";
import { clearKeptSessions } from "./kept.commands.ts";

/** Rows in one transaction. */
const atOnce = 500;

/** Sessions that were deleted so long ago that nobody takes it back. */
export const endKeptSessions: Round = async (database, at) => {
  while ((await database.transact((trx) => clearKeptSessions(trx, at, atOnce))) === atOnce);
};
