import { cityOf } from "#app/i18n/city-of.ts";
import { collator } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { countryName } from "#app/institutions/country-name.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { localDate } from "#app/time/wall-time.ts";
import { listRoomSums, listVenues } from "#app/venues/queries.ts";
import type { Reading } from "#app/web/doors/door.ts";

export type VenueRow = Awaited<ReturnType<typeof venueRows>>[number];

/** Every venue, those in the archive at the end. */
export async function venueRows({ db, actor, locale, t, at }: Reading) {
  const sums = await listRoomSums(db);
  const institutionOf = await institutionNames(db, localDate(at, actor.zone), locale);
  const compare = collator(locale);
  const rows = (await listVenues(db)).map((venue) => ({
    id: venue.id,
    name: textIn(venue.name, locale),
    address: textIn(venue.address, locale),
    city: cityOf(venue.zone, t),
    country: countryName(venue.country, locale, t),
    countryCode: venue.country,
    institution: institutionOf(venue.institutionId),
    rooms: sums.get(venue.id)?.rooms ?? 0,
    largest: sums.get(venue.id)?.largest ?? null,
    isArchived: venue.archivedAt !== null,
  }));
  return rows.sort((a, b) => Number(a.isArchived) - Number(b.isArchived) || compare(a.name.text, b.name.text));
}
