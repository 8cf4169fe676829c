import type { Texts } from "#app/i18n/locales.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { OpeningHours } from "./rules.ts";

export type Venue = Awaited<ReturnType<typeof listVenues>>[number];
export type VenueRoom = Awaited<ReturnType<typeof listRooms>>[number];

/** Every venue, or this one, with its texts. */
export async function listVenues(db: Reader, only?: Id<"venue">) {
  const rows = await db
    .selectFrom("venue")
    .selectAll()
    .$if(only !== undefined, (query) => query.where("id", "=", only as Id<"venue">))
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
  const texts = await db
    .selectFrom("venueText")
    .select(["venueId", "locale", "name", "address"])
    .$if(only !== undefined, (query) => query.where("venueId", "=", only as Id<"venue">))
    .execute();
  const byVenue = Map.groupBy(texts, ({ venueId }) => venueId);
  return rows.map((venue) => {
    const own = byVenue.get(venue.id) ?? [];
    return {
      ...venue,
      name: Object.fromEntries(own.map(({ locale, name }) => [locale, name])) as Texts,
      address: Object.fromEntries(own.map(({ locale, address }) => [locale, address])) as Texts,
    };
  });
}

export const findVenue = async (db: Reader, id: Id<"venue">): Promise<Venue | null> =>
  (await listVenues(db, id))[0] ?? null;

/** When a venue is open, by day of the week. */
export const listHours = async (db: Reader, venueId: Id<"venue">): Promise<OpeningHours[]> =>
  (await db
    .selectFrom("venueHours")
    .select(["weekday", "opensTime", "closesTime"])
    .where("venueId", "=", venueId)
    .orderBy("weekday")
    .execute()) as OpeningHours[];

/** The rooms of a venue in their order, or this one of them. */
export async function listRooms(db: Reader, venueId: Id<"venue">, only?: Id<"room">) {
  const rows = await db
    .selectFrom("room")
    .select(["id", "position", "capacity", "archivedAt"])
    .where("venueId", "=", venueId)
    .$if(only !== undefined, (query) => query.where("id", "=", only as Id<"room">))
    .orderBy("position")
    .execute();
  if (!rows.length) return [];
  const texts = await db
    .selectFrom("roomText")
    .select(["roomId", "locale", "name", "equipment"])
    .where(
      "roomId",
      "in",
      rows.map(({ id }) => id),
    )
    .execute();
  const byRoom = Map.groupBy(texts, ({ roomId }) => roomId);
  return rows.map((room) => {
    const own = byRoom.get(room.id) ?? [];
    return {
      ...room,
      name: Object.fromEntries(own.map(({ locale, name }) => [locale, name])) as Texts,
      equipment: Object.fromEntries(own.map(({ locale, equipment }) => [locale, equipment])) as Texts,
    };
  });
}

export const findRoom = async (db: Reader, venueId: Id<"venue">, id: Id<"room">): Promise<VenueRoom | null> =>
  (await listRooms(db, venueId, id))[0] ?? null;

/** How many rooms each venue has in use, and how many people the largest of them holds; null where none says. */
export async function listRoomSums(db: Reader): Promise<Map<Id<"venue">, { rooms: number; largest: number | null }>> {
  const rows = await db
    .selectFrom("room")
    .select(["venueId", ({ fn }) => fn.countAll<number>().as("rooms"), ({ fn }) => fn.max("capacity").as("largest")])
    .where("archivedAt", "is", null)
    .groupBy("venueId")
    .execute();
  return new Map(rows.map(({ venueId, rooms, largest }) => [venueId, { rooms: Number(rooms), largest }]));
}
