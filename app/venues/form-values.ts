import { roomTexts, venueDays, venueTexts } from "./form.ts";
import type { Venue, VenueRoom } from "./queries.ts";
import { type OpeningHours, weekdays } from "./rules.ts";

/** A stored venue as the fields of its form. */
export const venueValues = (venue: Venue, hours: readonly OpeningHours[]): Record<string, string> => ({
  ...venueTexts.name.write(venue.name),
  ...venueTexts.address.write(venue.address),
  country: venue.country,
  zone: venue.zone,
  institutionId: venue.institutionId ?? "",
  mapUrl: venue.mapUrl,
  ...venueDays.write(
    weekdays.map((weekday) => {
      const day = hours.find((one) => one.weekday === weekday);
      return { opens: day?.opensTime ?? "", closes: day?.closesTime ?? "" };
    }),
  ),
});

/** A stored room as the fields of its form. */
export const roomValues = (room: VenueRoom): Record<string, string> => ({
  ...roomTexts.name.write(room.name),
  ...roomTexts.equipment.write(room.equipment),
  capacity: room.capacity === null ? "" : String(room.capacity),
});
