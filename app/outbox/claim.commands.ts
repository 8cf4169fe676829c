import type { ExpressionBuilder } from "kysely";
import { type Instant, latestEnd, plusMinutes } from "#app/time/instant.ts";
import type { Database, Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";
import { claimMinutes, isInLane, type Lane, longestPauseMinutes } from "./rules.ts";

export type ClaimedJob = {
  id: Id<"outbox">;
  event: string;
  reaction: string;
  payload: string;
  createdAt: Instant;
  attempts: number;
};

/**
 * Takes the job that is due first, for this worker alone; null when nothing is due.
 * @param at by the clock that all workers share: one that is ahead would find every claim ended
 * @param lane of which kind; any where none is named
 */
export async function claimNextJob(database: Database, at: Instant, lane?: Lane): Promise<ClaimedJob | null> {
  for (;;) {
    // outside a transaction, so that an idle worker never takes the database's write lock
    const candidate = await findDueJob(database, at, ...(lane ? [lane] : []));
    if (!candidate) return null;
    const job = await database.transact((trx) => claim(trx, candidate.id, at));
    if (job) return job;
  }
}

/** The lane, of these, whose job is due first; null where none of them has any. It claims nothing. */
export async function findDueLane(database: Database, at: Instant, lanes: readonly Lane[]): Promise<Lane | null> {
  const job = await findDueJob(database, at, ...lanes);
  return lanes.find((lane) => job && isInLane(lane, job.reaction)) ?? null;
}

/** @param lanes any where none is named */
const findDueJob = ({ read }: Database, at: Instant, ...lanes: Lane[]) =>
  read
    .selectFrom("outbox")
    .select(["id", "reaction"])
    .where(isDue(at))
    .$if(lanes.length > 0, (query) => query.where((row) => row.or(lanes.map(isOfLane(row)))))
    .orderBy("dueAt")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();

const isOfLane =
  (row: ExpressionBuilder<Schema, "outbox">) =>
  ({ reactions, isRest }: Lane) =>
    row("reaction", isRest ? "not in" : "in", reactions);

/** The condition is checked again under the row's lock: of two workers that chose the same job, one gets nothing. */
const claim = (trx: Writer, id: Id<"outbox">, at: Instant): Promise<ClaimedJob | undefined> =>
  trx
    .updateTable("outbox")
    .set((row) => ({ claimedUntil: plusMinutes(at, claimMinutes), attempts: row("attempts", "+", 1) }))
    .where("id", "=", id)
    .where(isDue(at))
    .returning(["id", "event", "reaction", "payload", "createdAt", "attempts"])
    .executeTakeFirst();

/** What lies further ahead than anything is put off or claimed was dated by a clock that was wrong. */
const isDue = (at: Instant) => (row: ExpressionBuilder<Schema, "outbox">) =>
  row.and([
    row("doneAt", "is", null),
    row("failedAt", "is", null),
    row.or([row("dueAt", "<=", at), row("dueAt", ">", latestEnd(at, longestPauseMinutes))]),
    row.or([
      row("claimedUntil", "is", null),
      row("claimedUntil", "<", at),
      row("claimedUntil", ">", latestEnd(at, claimMinutes)),
    ]),
  ]);

type Ending = { doneAt: Instant } | { lastError: string; dueAt: Instant } | { lastError: string; failedAt: Instant };

/** Each claim counts one attempt. A worker whose claim has run out has another number, and changes nothing here. */
export async function endAttempt(database: Database, { id, attempts }: ClaimedJob, ending: Ending): Promise<void> {
  await database.transact((trx) =>
    trx
      .updateTable("outbox")
      .set({ ...ending, claimedUntil: null })
      .where("id", "=", id)
      .where("attempts", "=", attempts)
      .where("doneAt", "is", null)
      .where("failedAt", "is", null)
      .execute(),
  );
}
