import { type Instant, plusMinutes } from "#app/time/instant.ts";

/** Minutes from the first failure to the second attempt, and so on: a weekend without a mail server is survived. */
const pauses = [1, 5, 30, 2 * 60, 6 * 60, 12 * 60, 24 * 60] as const;

export const maximumAttempts = pauses.length + 1;

/** When to try again after so many attempts (1 is the first); null when the job has failed for good. */
export function retryAt(attempts: number, at: Instant): Instant | null {
  const pause = pauses[attempts - 1];
  return pause === undefined ? null : plusMinutes(at, pause);
}
