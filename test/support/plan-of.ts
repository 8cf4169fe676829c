import { listSessionsOf } from "#app/timetable/queries.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";

/** A workshop with what is planned in it, as commands that change it take them. */
export const planOf = async (db: Reader, workshop: Workshop) => ({
  workshop,
  sessions: await listSessionsOf(db, [workshop.id]),
});
