import type { Instant } from "#app/time/instant.ts";
import { type Zone, zoneKey } from "#app/time/zones.ts";
import { formatInstant } from "./format.ts";
import type { Locale } from "./locales.ts";

/** A zone by the city whose clocks it follows. */
export const cityOf = (zone: Zone, t: (key: "common:zone.UTC") => string) =>
  t(`common:${zoneKey(zone)}` as "common:zone.UTC");

type Reader = { locale: Locale; t: (key: "common:fact.note", params: { note: string }) => string };

/** 23 nov 2026, 09:05 (Tokio): where nothing else on the page says whose clock that is. */
export const cityInstant = ({ locale, t }: Reader, at: Instant, zone: Zone) =>
  formatInstant(locale, at, zone) + t("common:fact.note", { note: cityOf(zone, t as never) });
