import { type VenueContent, venues } from "#app/demo/content/venues.ts";
import { locales } from "#app/i18n/locales.ts";
import { known, type World } from "./world.ts";

/** The venues of the demo with their rooms, open on weekdays. */
export function addVenues(world: World): void {
  for (const venue of Object.values<VenueContent>(venues)) addVenue(world, venue);
}

function addVenue(world: World, { institution, country, zone, mapUrl, hours, ...venue }: VenueContent): void {
  const { rows, at } = world;
  const venueId = world.id<"venue">();
  const institutionId = known(world.institutionIds, institution);
  rows.venue.push({ id: venueId, institutionId, country, zone, mapUrl, createdAt: at });
  for (const [index, locale] of locales.entries())
    rows.venueText.push({ venueId, locale, name: venue.name[index] ?? "", address: venue.address[index] ?? "" });
  for (const weekday of [1, 2, 3, 4, 5])
    rows.venueHours.push({ venueId, weekday, opensTime: hours[0], closesTime: hours[1] });
  for (const [place, [capacity, name, equipment]] of venue.rooms.entries()) {
    const roomId = world.id<"room">();
    rows.room.push({ id: roomId, venueId, position: place + 1, capacity });
    for (const [index, locale] of locales.entries())
      rows.roomText.push({ roomId, locale, name: name[index] ?? "", equipment: equipment[index] ?? "" });
  }
}
