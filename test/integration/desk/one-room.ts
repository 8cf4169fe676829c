import { now } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";

/** All sessions of some workshops take place in one room. */
export async function giveRoom(database: Database, workshopIds: Id<"workshop">[]): Promise<void> {
  const [venueId, roomId] = [newId<"venue">(), newId<"room">()];
  await database.transact(async (trx) => {
    const venue = { id: venueId, country: "MX", zone: "America/Mexico_City", createdAt: now() } as const;
    await trx.insertInto("venue").values(venue).execute();
    await trx.insertInto("venueText").values({ venueId, locale: "en", name: "School" }).execute();
    await trx.insertInto("room").values({ id: roomId, venueId, position: 1 }).execute();
    await trx.insertInto("roomText").values({ roomId, locale: "en", name: "Room 2" }).execute();
    await trx.updateTable("session").set({ roomId }).where("workshopId", "in", workshopIds).execute();
  });
}
