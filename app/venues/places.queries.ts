import type { Texts } from "#app/i18n/locales.ts";
import type { Zone } from "#app/time/zones.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** A room, or a venue as a whole. */
export type Booking = { venueId: Id<"venue"> | null; roomId: Id<"room"> | null };
type Bookable = { venueId: Id<"venue">; roomId: Id<"room"> | null; zone: Zone };

/** Where an id of a form leads: to a room or to a venue; null where it leads nowhere. */
export async function findBookable(db: Reader, id: string): Promise<Bookable | null> {
  const room = await db
    .selectFrom("room")
    .innerJoin("venue", "venue.id", "room.venueId")
    .select(["venue.id as venueId", "room.id as roomId", "venue.zone"])
    .where("room.id", "=", id as Id<"room">)
    .executeTakeFirst();
  if (room) return room;
  const venue = await db
    .selectFrom("venue")
    .select(["id as venueId", "zone"])
    .where("id", "=", id as Id<"venue">)
    .executeTakeFirst();
  return venue ? { ...venue, roomId: null } : null;
}

type OfferedRoom = { id: Id<"room">; name: Texts; capacity: number | null; isArchived: boolean };
export type OfferedVenue = {
  id: Id<"venue">;
  name: Texts;
  zone: Zone;
  isArchived: boolean;
  rooms: OfferedRoom[];
};

/** Every venue with its rooms in their order, those in the archive too: what is stored stays among the choices. */
export async function listPlaces(db: Reader): Promise<OfferedVenue[]> {
  const venues = await db.selectFrom("venue").select(["id", "zone", "archivedAt"]).orderBy("createdAt").execute();
  const rooms = await db
    .selectFrom("room")
    .select(["id", "venueId", "capacity", "archivedAt"])
    .orderBy("venueId")
    .orderBy("position")
    .execute();
  const names = await listPlaceNames(
    db,
    rooms.map(({ id, venueId }) => ({ venueId, roomId: id })),
  );
  const withoutRooms = await listVenueNames(
    db,
    venues.map(({ id }) => id),
  );
  const byVenue = Map.groupBy(rooms, ({ venueId }) => venueId);
  return venues.map(({ archivedAt, ...venue }) => ({
    ...venue,
    name: withoutRooms.get(venue.id) ?? {},
    isArchived: archivedAt !== null,
    rooms: (byVenue.get(venue.id) ?? []).map(({ id, capacity, ...room }) => ({
      ...{ id, capacity },
      name: names.rooms.get(id) ?? {},
      isArchived: room.archivedAt !== null,
    })),
  }));
}

/** The ids of venues and rooms that nobody books any more; with a venue all its rooms are in the archive. */
export async function listArchivedPlaces(db: Reader): Promise<ReadonlySet<string>> {
  const places = await listPlaces(db);
  const rooms = places.flatMap((venue) => venue.rooms.filter((room) => venue.isArchived || room.isArchived));
  return new Set([...places.filter(({ isArchived }) => isArchived), ...rooms].map(({ id }) => id as string));
}

type PlaceNames = { venues: Map<Id<"venue">, Texts>; rooms: Map<Id<"room">, Texts> };

/** The names of what is booked, by its ids. */
export async function listPlaceNames(db: Reader, bookings: readonly Booking[]): Promise<PlaceNames> {
  const venueIds = [...new Set(bookings.flatMap(({ venueId }) => venueId ?? []))];
  const roomIds = [...new Set(bookings.flatMap(({ roomId }) => roomId ?? []))];
  return { venues: await listVenueNames(db, venueIds), rooms: await listRoomNames(db, roomIds) };
}

async function listVenueNames(db: Reader, ids: Id<"venue">[]): Promise<Map<Id<"venue">, Texts>> {
  if (!ids.length) return new Map();
  const rows = await db
    .selectFrom("venueText")
    .select(["venueId", "locale", "name"])
    .where("venueId", "in", ids)
    .execute();
  return textsBy(rows.map(({ venueId, ...text }) => ({ id: venueId, ...text })));
}

async function listRoomNames(db: Reader, ids: Id<"room">[]): Promise<Map<Id<"room">, Texts>> {
  if (!ids.length) return new Map();
  const rows = await db
    .selectFrom("roomText")
    .select(["roomId", "locale", "name"])
    .where("roomId", "in", ids)
    .execute();
  return textsBy(rows.map(({ roomId, ...text }) => ({ id: roomId, ...text })));
}

const textsBy = <Key extends string>(rows: { id: Key; locale: keyof Texts; name: string }[]): Map<Key, Texts> =>
  new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => [
      id,
      Object.fromEntries(own.map(({ locale, name }) => [locale, name])),
    ]),
  );
