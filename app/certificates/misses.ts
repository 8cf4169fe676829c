import { verificationLimits } from "#app/access/limits.ts";
import { attemptsOf, minutesToWait, spend, spentUntil } from "#app/access/rate-limit.ts";
import type { Reading } from "#app/web/guard.ts";

/**
 * Counts a number that was never issued. A certificate that exists is shown without counting anything, whatever others try:
 * nobody guesses 128 bits, and nobody shall keep the holders of real ones from being believed.
 * Reading comes first, so that a flood costs no writes once a limit is reached.
 * @returns the minutes to wait; null while there is room
 */
export async function countMiss({ db, at, context }: Pick<Reading<unknown>, "db" | "at" | "context">): Promise<number | null> {
  const { database, settings, log, requestId } = context;
  const attempts = attemptsOf(verificationLimits, context);
  const until =
    (await spentUntil(db, attempts, at, settings.secret)) ?? (await database.transact((trx) => spend(trx, attempts, at, settings.secret)));
  if (until === null) return null;
  log.warn({ requestId, limit: verificationLimits.address.name, until }, "too many attempts");
  return minutesToWait(at, until);
}
