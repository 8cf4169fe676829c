import { type Instant, plusDays } from "#app/time/instant.ts";

/**
 * Somebody is reminded again where the last time was `before` or earlier. What lies past `after` was noted by a clock
 * that went wrong.
 */
export const reminding = (at: Instant) => ({ before: plusDays(at, -1), after: plusDays(at, 1) });

/** Whether somebody may be reminded now of the name that they have not confirmed: once a day at most. */
export function mayRemind(remindedAt: Instant | null, at: Instant): boolean {
  const { before, after } = reminding(at);
  return remindedAt === null || remindedAt <= before || remindedAt > after;
}
