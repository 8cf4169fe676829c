import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** Workshops that have sessions, by their codes. */
export const listPlannedWorkshops = (db: Reader) =>
  db.selectFrom("workshop").select(["id", "code"]).where("beginsAt", "is not", null).orderBy("code").execute();

/** When the sessions of a workshop are held, by their numbers. */
export const listStoredTimes = (db: Reader, workshopId: Id<"workshop">) =>
  db
    .selectFrom("session")
    .select(["id", "number", "startsLocal", "endsLocal", "zone", "startsAt", "endsAt", "startsHour", "endsHour"])
    .where("workshopId", "=", workshopId)
    .orderBy("number")
    .execute();
