/**
 * Zones that a venue or a person can choose. Border cities keep daylight saving time (Tijuana, Ciudad Juárez,
 * Nuevo Laredo, which the zone database calls Matamoros); the rest of Mexico gave it up in 2022.
 */
export const zones = [
  "America/Mexico_City",
  "America/Monterrey",
  "America/Matamoros",
  "America/Ciudad_Juarez",
  "America/Chihuahua",
  "America/Hermosillo",
  "America/Mazatlan",
  "America/Tijuana",
  "America/Cancun",
  "America/Merida",
  "Asia/Tokyo",
  "UTC",
] as const;

/** An IANA zone of ours, `America/Mexico_City`. */
export type Zone = (typeof zones)[number];

/** The zone of most people of a country. It is used where a person's own zone is not known. */
export const capitalZones = { MX: "America/Mexico_City", JP: "Asia/Tokyo" } as const;

/** The other country's zone: whoever has no known zone most likely needs its clock beside the venue's. */
export const counterpartZone = (zone: Zone): Zone => (zone === capitalZones.JP ? capitalZones.MX : capitalZones.JP);

export const isZone = (value: string): value is Zone => (zones as readonly string[]).includes(value);

/** The name of a zone's city in `locales/{es,ja,en}/common.json`: `zone.America_Mexico_City`. */
export const zoneKey = (zone: Zone) => `zone.${zone.replaceAll("/", "_")}`;
