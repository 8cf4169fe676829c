import type { ExpressionBuilder } from "kysely";
import { type Instant, latestEnd, plusMinutes, plusSeconds } from "#app/time/instant.ts";
import type { Database, Reader, Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";
import { claimMinutes, isInLane, type Lane, longestPauseMinutes, waitingSeconds } from "./rules.ts";

export type ClaimedJob = {
  id: Id<"outbox">;
  event: string;
  reaction: string;
  payload: string;
  createdAt: Instant;
  attempts: number;
};

/**
 * Takes the jobs of a lane that are due first, for this worker alone. What others are taking at this moment is passed
 * over. One that was begun before is taken alone: where it ends its worker again, it takes no others along.
 * @param at by the clock that all workers share: one that is ahead would find every claim ended
 * @param most where more than one, each may wait for `waitingSeconds` before it is begun
 */
export async function claimJobs(database: Database, at: Instant, lane: Lane, most: number): Promise<ClaimedJob[]> {
  // outside a transaction, so that an idle worker never takes the database's write lock
  if (!(await dueJobs(database.read, at, [lane], 1).executeTakeFirst())) return [];
  return database.transact(async (trx) => {
    const due = await database.dialect.skipTaken(dueJobs(trx, at, [lane], most)).execute();
    const together = due[0]?.attempts === 0 ? due.filter(({ attempts }) => attempts === 0) : due.slice(0, 1);
    const ids = together.map(({ id }) => id);
    return ids.length > 0 ? claim(trx, ids, plusSeconds(at, most > 1 ? waitingSeconds : 0)) : [];
  });
}

/** The lane, of these, whose job is due first; null where none of them has any. It claims nothing. */
export async function findDueLane({ read }: Database, at: Instant, lanes: readonly Lane[]): Promise<Lane | null> {
  const job = await dueJobs(read, at, lanes, 1).executeTakeFirst();
  return lanes.find((lane) => job && isInLane(lane, job.reaction)) ?? null;
}

const dueJobs = (db: Reader, at: Instant, lanes: readonly Lane[], most: number) =>
  db
    .selectFrom("outbox")
    .select(["id", "reaction", "attempts"])
    .where(isDue(at))
    .where((row) => row.or(lanes.map(isOfLane(row))))
    .orderBy("dueAt")
    .orderBy("id")
    .limit(most);

const isOfLane =
  (row: ExpressionBuilder<Schema, "outbox">) =>
  ({ reactions, isRest }: Lane) =>
    row("reaction", isRest ? "not in" : "in", reactions);

/** @returns them in the order of their ids, which is that in which they came */
async function claim(trx: Writer, ids: Id<"outbox">[], begunAt: Instant): Promise<ClaimedJob[]> {
  const jobs = await trx
    .updateTable("outbox")
    .set((row) => ({ claimedUntil: plusMinutes(begunAt, claimMinutes), attempts: row("attempts", "+", 1) }))
    .where("id", "in", ids)
    .returning(["id", "event", "reaction", "payload", "createdAt", "attempts"])
    .execute();
  return jobs.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
}

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

/**
 * Frees jobs that were claimed together and not begun: the claim does not count as an attempt.
 * Those that others have claimed meanwhile have another number, and stay theirs.
 */
export async function giveBack(database: Database, jobs: readonly ClaimedJob[]): Promise<void> {
  const [first] = jobs;
  if (!first) return;
  const ids = jobs.map(({ id }) => id);
  await database.transact((trx) =>
    trx
      .updateTable("outbox")
      .set((row) => ({ claimedUntil: null, attempts: row("attempts", "-", 1) }))
      .where("id", "in", ids)
      .where("attempts", "=", first.attempts)
      .where("doneAt", "is", null)
      .where("failedAt", "is", null)
      .execute(),
  );
}

type Ending = { doneAt: Instant } | { lastError: string; dueAt: Instant } | { lastError: string; failedAt: Instant };

/**
 * Each claim counts one attempt. A worker whose claim has run out has another number, and changes nothing here.
 * A number comes again after `giveBack`, but whoever gives a job back has not begun it, and begins it no more. It comes
 * again too where somebody has a failed job tried anew: whoever is still at it from before ends it with what was done.
 */
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
