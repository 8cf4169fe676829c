import type { Texts } from "#app/i18n/locales.ts";
import type { LocalDate } from "#app/time/wall-time.ts";

export const countries = ["MX", "JP"] as const;
export type Country = (typeof countries)[number];

/** What an institution is called from a day on, until the next one's day. */
export type DatedName = { validFrom: LocalDate; name: Texts; acronym: string | null };

/**
 * The name that an institution bears on a day: the latest that has begun. Before the first name on record, the first.
 * @param history from the earliest on; null comes back for an empty one only
 */
export const nameOn = (history: readonly DatedName[], on: LocalDate): DatedName | null =>
  history.findLast(({ validFrom }) => validFrom <= on) ?? history[0] ?? null;
