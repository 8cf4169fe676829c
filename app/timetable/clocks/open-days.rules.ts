import type { LocalDate } from "#app/time/wall-time.ts";

/** As many days are read at one look. */
const mostUnfolded = 2;

/**
 * Of the days on which there are sessions, those that are shown unfolded: today, else the next one to come. All of
 * them where they are few.
 */
export function openDays(days: readonly LocalDate[], today: LocalDate): LocalDate[] {
  const own = [...new Set(days)].toSorted();
  if (own.length <= mostUnfolded) return own;
  const next = own.find((day) => day >= today);
  return next ? [next] : [];
}
