import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { EventName } from "./events.ts";

/** What could not be done for a workshop, newest first. `lastError` is a code such as `EENVELOPE 550`. */
export async function listFailedJobs(db: Reader, workshopId: Id<"workshop">, limit = 500) {
  return db
    .selectFrom("outbox")
    .select(["id", "event", "reaction", "workshopId", "personId", "createdAt", "attempts", "lastError"])
    .select((row) => row.ref("failedAt").$notNull().as("failedAt"))
    .where("failedAt", "is not", null)
    .where("workshopId", "=", workshopId)
    .orderBy("failedAt", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}

/** What could not be done for the account of one person, or of all (null), newest first. It is about no workshop. */
export async function listFailedAccountJobs(db: Reader, personId: Id<"person"> | null, limit = 50) {
  return db
    .selectFrom("outbox")
    .select(["id", "event", "lastError"])
    .select((row) => [row.ref("personId").$notNull().as("personId"), row.ref("failedAt").$notNull().as("failedAt")])
    .where("failedAt", "is not", null)
    .where("workshopId", "is", null)
    .where("personId", personId === null ? "is not" : "=", personId)
    .orderBy("failedAt", "desc")
    .limit(limit)
    .execute();
}

/** What of some events is still to be done in one workshop, and for whom. */
export const listAwaiting = (db: Reader, workshopId: Id<"workshop">, ...events: EventName[]) =>
  db
    .selectFrom("outbox")
    .select(["id", "personId"])
    .where("event", "in", events)
    .where("workshopId", "=", workshopId)
    .where("doneAt", "is", null)
    .where("failedAt", "is", null)
    .execute();

export async function isJobOf(
  db: Reader,
  { jobId, workshopId }: { jobId: Id<"outbox">; workshopId: Id<"workshop"> },
): Promise<boolean> {
  const row = await db
    .selectFrom("outbox")
    .select("id")
    .where("id", "=", jobId)
    .where("workshopId", "=", workshopId)
    .executeTakeFirst();
  return row !== undefined;
}
