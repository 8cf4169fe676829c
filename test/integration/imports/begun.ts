import { noteImport, receiveImport } from "#app/imports/commands.ts";
import { workBeginner } from "#app/outbox/works/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Database, Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";

const begun = "lista.csv";

/** A list that somebody has sent and not gone on with, and long work of theirs that waits. */
export async function beginSome(database: Database, accountId: Id<"account">, at: Instant): Promise<void> {
  const { id: programmeId } = await database.read.selectFrom("programme").select("id").executeTakeFirstOrThrow();
  await database.transact(async (trx) => {
    const list = await receiveImport(trx, { programmeId, workshopId: null, fileName: begun }, { accountId, at });
    await noteImport(trx, list, at, { state: "checked" });
    const waiting = { kind: "counting", payload: {}, title: "work:title" } as const;
    await workBeginner({ counting: [] })(trx, { accountId, at, ...waiting });
  });
}

/** What `beginSome` has begun. */
export async function findBegun(db: Reader) {
  const lists = db.selectFrom("peopleImport").select("id").where("fileName", "=", begun);
  const { id: list } = await lists.executeTakeFirstOrThrow();
  const { id: work } = await db.selectFrom("work").select("id").executeTakeFirstOrThrow();
  return { list, work };
}

/** A letter about a workshop that could not be delivered. */
export const failLetter = (database: Database, workshopId: Id<"workshop">, at: Instant) =>
  database.transact(async (trx) => {
    const job = { id: newId<"outbox">(), event: "enrolment.confirmed", reaction: "letter", payload: "{}", workshopId };
    const failed = { createdAt: at, dueAt: at, failedAt: at, lastError: "Test" };
    await trx
      .insertInto("outbox")
      .values({ ...job, ...failed })
      .execute();
  });
