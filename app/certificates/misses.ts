import { attemptsOf, minutesToWait, verificationLimits } from "#app/access/limits.ts";
import { attempt } from "#app/access/rate-limit.commands.ts";
import type { Reading } from "#app/web/guard.ts";

/**
 * Counts a number that was never issued. A certificate that exists is shown without counting anything, whatever others try:
 * nobody guesses 128 bits, and nobody shall keep the holders of real ones from being believed.
 * @returns the minutes to wait; null while there is room
 */
export async function countMiss({ at, context }: Pick<Reading<unknown>, "at" | "context">): Promise<number | null> {
  const { database, settings, log, requestId } = context;
  const until = await attempt(database, attemptsOf(verificationLimits, context), at, settings.secret);
  if (until === null) return null;
  log.warn({ requestId, limit: verificationLimits.address.name, until }, "too many attempts");
  return minutesToWait(at, until);
}
