import { cityOf } from "#app/i18n/city-of.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import type { Session } from "#app/timetable/queries.ts";
import type { Option } from "#app/ui/form/fields.tsx";
import { listPlaces, type OfferedVenue } from "#app/venues/places.queries.ts";
import { listModules } from "#app/workshops/modules/queries.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";

type Page = { db: Reader; locale: Locale; t: Translator };

/** What the lists of a session's form offer. */
export type SessionChoices = { places: Option[]; modules: Option[] };

/** @param session it keeps what it has, also where that has been archived since */
export async function sessionChoices(
  { db, locale, t }: Page,
  { id }: Pick<Workshop, "id">,
  session: Session | null,
): Promise<SessionChoices> {
  const venues = await listPlaces(db);
  const modules = await listModules(db, id);
  return {
    places: venues.flatMap((venue) => placesOf(venue, session, { locale, t })),
    modules: modules.map(({ id, position, title }) => ({
      value: id,
      label: t("workshops:module.named", { number: position, title: textIn(title, locale).text }),
    })),
  };
}

/** A venue as a whole, and its rooms below it. */
function placesOf(venue: OfferedVenue, session: Session | null, { locale, t }: Omit<Page, "db">): Option[] {
  const group = t("venues:choice.venue", { venue: textIn(venue.name, locale).text, city: cityOf(venue.zone, t) });
  const isOffered = (place: { id: string; isArchived: boolean }) =>
    !place.isArchived || place.id === session?.roomId || (place.id === session?.venueId && !session.roomId);
  const whole = { value: venue.id, label: t("venues:choice.whole", { venue: textIn(venue.name, locale).text }), group };
  const rooms = venue.rooms.filter((room) => isOffered(room) && (!venue.isArchived || room.id === session?.roomId));
  return [
    ...(isOffered(venue) ? [whole] : []),
    ...rooms.map(({ id, name, capacity }) => ({
      value: id,
      label:
        capacity === null
          ? textIn(name, locale).text
          : t("venues:choice.room", { room: textIn(name, locale).text, seats: formatNumber(locale, capacity) }),
      group,
    })),
  ];
}
