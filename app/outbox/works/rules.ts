import { type Instant, plusSeconds } from "#app/time/instant.ts";

/**
 * How long a claim holds from its last step on. Whoever is killed is followed after that. Preparing and a step each
 * take less.
 */
export const leaseSeconds = 30;

/** How long preparing may take, at most. */
export const preparingSeconds = 25;

/** Seconds until the next attempt, after the first, the second, and so on. */
const pauses = [2, 10, 60, 300] as const;

/**
 * So many claims in a row may end without a step. What ends its process each time, such as a poisoned file, then ends
 * itself.
 */
export const mostAttempts = pauses.length + 1;

export const longestPauseSeconds = Math.max(...pauses);

/** After so many attempts; null where it has failed for good. */
export function nextAttemptAt(attempts: number, at: Instant): Instant | null {
  const pause = pauses[attempts - 1];
  return pause === undefined ? null : plusSeconds(at, pause);
}

/** What has ended is of use to whoever began it for so long. */
export const endedDays = 30;

const workStates = ["waiting", "running", "done", "failed", "stopped"] as const;
export type WorkState = (typeof workStates)[number];
export type WorkOutcome = Extract<WorkState, "done" | "failed" | "stopped">;

export const isUnderWay = (state: WorkState) => state === "waiting" || state === "running";

/** Whole percents; null where nobody knows yet how much there is. It is 100 only once all is done. */
export function percentOf({ unitsDone, unitsTotal }: { unitsDone: number; unitsTotal: number | null }): number | null {
  if (unitsTotal === null) return null;
  return unitsDone >= unitsTotal ? 100 : Math.floor((unitsDone * 100) / unitsTotal);
}
