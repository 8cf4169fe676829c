import { type Zone, zoneKey } from "#app/time/zones.ts";

/** A zone by the city whose clocks it follows. */
export const cityOf = (zone: Zone, t: (key: "common:zone.UTC") => string) =>
  t(`common:${zoneKey(zone)}` as "common:zone.UTC");
