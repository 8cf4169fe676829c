import type { Instant } from "#app/time/instant.ts";

/** So much is looked through at once: about what a year holds of a programme of two hundred workshops. */
export const lookedThrough = { sessions: 2_000, seats: 10_000 };

/**
 * Up to when some coming sessions can be looked through at once: each is compared with those beside it, and the people
 * of its workshop with theirs.
 * @param coming in the order of their beginning; `seats` are those of the workshop
 * @returns when the first session begins that is too many; null where none is
 */
export function firstTooMany(
  coming: readonly { startsAt: Instant; workshopId: string; seats: number }[],
  most: typeof lookedThrough = lookedThrough,
): Instant | null {
  const workshops = new Set<string>();
  let seats = 0;
  for (const [index, session] of coming.entries()) {
    if (!workshops.has(session.workshopId)) seats += session.seats;
    workshops.add(session.workshopId);
    if (index >= most.sessions || seats > most.seats) return session.startsAt;
  }
  return null;
}
