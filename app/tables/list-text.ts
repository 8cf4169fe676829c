import { formatInstant, formatNumber, formatShare, formatShortDate } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Instant } from "#app/time/instant.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import type { ColumnKind } from "./list.ts";

/** Stands for a fact that there is not. */
export const none = "–";

/** A fact as a page writes it; a dash where there is none. */
export function factText(value: string | number | null, kind: ColumnKind, locale: Locale, zone: Zone | undefined) {
  if (value === null || value === "") return none;
  if (typeof value === "number") return kind === "share" ? formatShare(locale, value) : formatNumber(locale, value);
  if (kind === "day") return formatShortDate(locale, value as LocalDate);
  return kind === "instant" && zone ? formatInstant(locale, value as Instant, zone) : value;
}
