import { sql } from "kysely";
import type { Instant } from "#app/time/instant.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** The day on the venue's calendar on which a session begins. */
const sessionDay = sql<LocalDate>`substr(session.starts_local, 1, 10)`;

/** Which of some days have sessions of which of some workshops. */
export async function listDaysHeld(db: Reader, workshopIds: Id<"workshop">[], days: LocalDate[]) {
  if (!workshopIds.length || !days.length) return [];
  return db
    .selectFrom("session")
    .select(["session.workshopId", sessionDay.as("on")])
    .distinct()
    .where("session.workshopId", "in", workshopIds)
    .where(sessionDay, "in", days)
    .execute();
}

type Times = { from: Instant; until: Instant };

/** All sessions that are to be held in a room between two instants, of workshops that nobody has cancelled. */
export const listBookedRooms = (db: Reader, { from, until }: Times) =>
  db
    .selectFrom("room")
    .innerJoin("session", "session.roomId", "room.id")
    .innerJoin("workshop", "workshop.id", "session.workshopId")
    .select(["room.id as resourceId", "room.venueId", "session.startsAt", "session.endsAt"])
    .select(["workshop.id as workshopId", "workshop.code", "workshop.programmeId"])
    .where("session.startsAt", ">=", from)
    .where("session.startsAt", "<", until)
    .where("workshop.state", "not in", ["completed", "cancelled"])
    .orderBy("session.startsAt")
    .execute();

/** In which rooms some workshops have sessions. */
export async function listRoomsOf(db: Reader, workshopIds: Id<"workshop">[]) {
  if (!workshopIds.length) return [];
  return db
    .selectFrom("session")
    .innerJoin("room", "room.id", "session.roomId")
    .select(["session.workshopId", "room.id as roomId", "room.venueId"])
    .distinct()
    .where("session.workshopId", "in", workshopIds)
    .execute();
}
