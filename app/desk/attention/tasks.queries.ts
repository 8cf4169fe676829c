import type { Reach } from "#app/access/permissions.ts";
import { withinReach } from "#app/workshops/within-reach.ts";
import type { Reader } from "#db/database.ts";

/** Something that waits for somebody, in a workshop and so many times. */
export type Task = { code: string; count: number };

/** A desk names so many workshops; the next come when these are done. */
export const mostTasks = 20;

/** Messages that were to go and stayed, and have not been taken up since; the id is of one of them. */
export const listUnsent = (db: Reader, reach: Reach) =>
  db
    .selectFrom("message")
    // in this order: few have stayed
    .crossJoin("workshop")
    .whereRef("workshop.id", "=", "message.workshopId")
    .select(["workshop.code", ({ fn }) => fn.countAll<number>().as("count")])
    .select(({ fn }) => fn.max("message.id").as("id"))
    .where("message.stayedAt", "is not", null)
    .where(withinReach(reach))
    .groupBy("workshop.code")
    .orderBy("workshop.code")
    .limit(mostTasks)
    .execute();

/** Messages about workshops that could not be delivered. */
export const listUndelivered = (db: Reader, reach: Reach): Promise<Task[]> =>
  db
    .selectFrom("outbox")
    // in this order: few have failed
    .crossJoin("workshop")
    .whereRef("workshop.id", "=", "outbox.workshopId")
    .select(["workshop.code", ({ fn }) => fn.countAll<number>().as("count")])
    .where("outbox.failedAt", "is not", null)
    .where(withinReach(reach))
    .groupBy("workshop.code")
    .orderBy("workshop.code")
    .limit(mostTasks)
    .execute();
