import type { Instant } from "#app/time/instant.ts";
import { type LocalDate, localDate } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import type { Id } from "#db/id.ts";

/** Whose seats they are: those of an institution, or of a country. One of the two is null. */
export type Whose = { institutionId: Id<"institution"> | null; country: string | null };

/** In which quota a seat, or a place in a queue, is held; null in the common pool, and where there are no quotas. */
export type QuotaGroup = Id<"quota"> | null;

/** Where somebody comes from. */
export type SentFrom = { institutionId: Id<"institution"> | null; country: string };

/** The quota to which somebody belongs: that of their institution before that of their country; null for none. */
export const quotaOf = <Quota extends Whose>(quotas: readonly Quota[], { institutionId, country }: SentFrom) =>
  quotas.find((quota) => quota.institutionId !== null && quota.institutionId === institutionId) ??
  quotas.find((quota) => quota.country !== null && quota.country === country) ??
  null;

/** A workshop's counters: those of everybody, and what of them is in quotas. */
export type QuotaCounters = {
  capacity: number;
  seatsTaken: number;
  reserveCount: number;
  quotaSeats: number;
  quotaTaken: number;
  quotaReserves: number;
};

type Seats = { capacity: number; seatsTaken: number; reserveCount: number };

/** The common pool: what no quota keeps. Without quotas it is the whole workshop. */
export const poolSeats = (workshop: QuotaCounters): Seats => ({
  capacity: workshop.capacity - workshop.quotaSeats,
  seatsTaken: workshop.seatsTaken - workshop.quotaTaken,
  reserveCount: workshop.reserveCount - workshop.quotaReserves,
});

/** A quota's seats as those of a workshop of its own: one rule places, promotes and refuses in both. */
export const quotaSeats = (quota: { seats: number; seatsTaken: number; reserveCount: number }): Seats => ({
  capacity: quota.seats,
  seatsTaken: quota.seatsTaken,
  reserveCount: quota.reserveCount,
});

/** A workshop as whoever is in one of its groups sees it: its seats are theirs. */
export function seenFrom<Workshop extends QuotaCounters>(
  workshop: Workshop,
  quota: { seats: number; seatsTaken: number; reserveCount: number } | null,
): Workshop {
  return { ...workshop, ...(quota ? quotaSeats(quota) : poolSeats(workshop)) };
}

/** Whether a quota's day has come, as the venue counts days. */
export const isReleaseDue = (releaseOn: LocalDate | null, zone: Zone, at: Instant): boolean =>
  releaseOn !== null && localDate(at, zone) >= releaseOn;

/** Two quotas for the same people: the second one's place in the list; null where each is for others. */
export function doubleIn(quotas: readonly Whose[]): number | null {
  const keys = quotas.map(quotaKey);
  const index = keys.findIndex((key, place) => keys.indexOf(key) < place);
  return index < 0 ? null : index;
}

/** Whose a quota is, as one word: as a form sends it. */
export const quotaKey = ({ institutionId, country }: Whose): string =>
  institutionId === null ? `country:${country}` : `institution:${institutionId}`;
