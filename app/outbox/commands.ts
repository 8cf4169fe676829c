import type { ExpressionBuilder } from "kysely";
import { type Instant, plusMinutes } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import { asId, type Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import type { Schema } from "#db/schema.ts";
import { type EventMap, type EventName, events, type Payload } from "./events.ts";
import { doneDays, quietMinutes } from "./rules.ts";

/** Whom and what an event is about, for the desk's lists of what could not be done. */
type About = {
  workshopId?: Id<"workshop"> | null;
  personId?: Id<"person"> | null;
  /** When what follows may begin: at once, unless told otherwise. */
  dueAt?: Instant;
};

/** Makes the `emit` of declared events. The type is mapped: this is how the compiler knows that each name exists. */
export const emitter =
  <const Declared extends EventMap>(declared: { [Name in keyof Declared]: Declared[Name] }) =>
  async <Name extends keyof Declared & string>(
    trx: Writer,
    at: Instant,
    event: Name,
    carried: Payload<Declared, Name>,
    { workshopId = null, personId = null, dueAt = at }: About = {},
  ): Promise<Id<"outbox">[]> => {
    const shared = { event, payload: JSON.stringify(carried), workshopId, personId, createdAt: at, dueAt };
    const jobs = declared[event].reactions.map((reaction) => ({ id: newId<"outbox">(), reaction, ...shared }));
    await trx.insertInto("outbox").values(jobs).execute();
    return jobs.map(({ id }) => id);
  };

/**
 * Has everything done that follows from an event, once this transaction has committed, and never where it has not.
 * Each reaction is a job by itself: one that fails neither holds up nor repeats another.
 * @returns the jobs' ids, in the order in which the reactions are declared
 */
export const emit = emitter(events);

/** Whether nobody has begun a job. */
const isWaiting = (eb: ExpressionBuilder<Schema, "outbox">) =>
  eb.and([eb("doneAt", "is", null), eb("failedAt", "is", null), eb("claimedUntil", "is", null)]);

/**
 * Has one letter about a workshop sent to somebody for all that happens within some minutes: nothing is added while
 * one waits. It says what holds when it goes out.
 */
export async function emitTogether<Name extends EventName>(
  trx: Writer,
  at: Instant,
  event: Name,
  carried: Payload<typeof events, Name>,
  about: { workshopId: Id<"workshop">; personId: Id<"person"> },
): Promise<void> {
  const waiting = await trx
    .selectFrom("outbox")
    .select("id")
    .where("event", "=", event)
    .where("workshopId", "=", about.workshopId)
    .where("personId", "=", about.personId)
    .where(isWaiting)
    .executeTakeFirst();
  if (!waiting) await emit(trx, at, event, carried, { ...about, dueAt: plusMinutes(at, quietMinutes) });
}

/**
 * Has something done about a workshop once it has not happened again for some minutes, however often it happened.
 * The workshop is held: of two changes, the second finds what the first has left. Work that has begun is left alone,
 * as it may have read the workshop before.
 */
export async function emitOnceQuiet(
  trx: Writer,
  at: Instant,
  event: Extract<EventName, `workshop.${string}`>,
  workshopId: Id<"workshop">,
): Promise<void> {
  const dueAt = plusMinutes(at, quietMinutes);
  const { numUpdatedRows } = await trx
    .updateTable("outbox")
    .set({ dueAt })
    .where("event", "=", event)
    .where("workshopId", "=", workshopId)
    .where(isWaiting)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) await emit(trx, at, event, { workshopId }, { workshopId, dueAt });
}

/**
 * Ends a job together with what it does to the database, for handlers whose work may not happen twice.
 * @returns false where it has been done already: then there is nothing left to do
 */
export async function completeJob(trx: Writer, { jobId, at }: { jobId: Id<"outbox">; at: Instant }): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("outbox")
    .set({ doneAt: at, claimedUntil: null })
    .where("id", "=", jobId)
    .where("doneAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Takes jobs back that nobody has begun: what they were about has not come to pass.
 * @returns false where one of them has been begun or done; then this transaction has to be undone
 */
export async function takeBackJobs(trx: Writer, ids: readonly Id<"outbox">[]): Promise<boolean> {
  if (!ids.length) return true;
  const { numDeletedRows } = await trx
    .deleteFrom("outbox")
    .where("id", "in", ids)
    .where(isWaiting)
    .where("attempts", "=", 0)
    .executeTakeFirst();
  return numDeletedRows === BigInt(ids.length);
}

/** Puts a failed job back in the queue as if it were new. @returns false where this workshop has no such failed job */
export async function retryJob(
  trx: Writer,
  { jobId, workshopId, at }: { jobId: Id<"outbox">; workshopId: Id<"workshop">; at: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("outbox")
    .set({ failedAt: null, dueAt: at, attempts: 0, claimedUntil: null })
    .where("id", "=", jobId)
    .where("workshopId", "=", workshopId)
    .where("failedAt", "is not", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** A workshop is removed with which nothing ever happened to anybody: what its changes asked for goes with it. */
export async function dropJobsOf(trx: Writer, workshopId: Id<"workshop">): Promise<void> {
  await trx.deleteFrom("outbox").where("workshopId", "=", workshopId).execute();
}

/**
 * Asks once more for what an account needs. Where that has failed, the failed job goes back in the queue: after the
 * remedy no failure is left over.
 */
export async function emitForAccount(
  trx: Writer,
  at: Instant,
  event: "account.invited" | "account.passwordAsked",
  { accountId, personId }: { accountId: Id<"account">; personId: Id<"person"> },
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("outbox")
    .set({ failedAt: null, dueAt: at, attempts: 0, claimedUntil: null })
    .where("failedAt", "is not", null)
    .where("workshopId", "is", null)
    .where("personId", "=", personId)
    .where("event", "=", event)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) await emit(trx, at, event, { accountId }, { personId });
}

/** The same work without an effect: the time it takes must not tell whether there is an account. */
export async function emitForNobody(trx: Writer, at: Instant): Promise<void> {
  for (const jobId of ["", ""]) await completeJob(trx, { jobId: asId<"outbox">(jobId), at });
}

/** Deletes jobs that were done long ago, with what their events carried. @returns how many, at most so many */
export async function clearDoneJobs(trx: Writer, at: Instant, most: number): Promise<number> {
  const done = trx
    .selectFrom("outbox")
    .select("id")
    .where("doneAt", "<=", plusMinutes(at, -doneDays * 24 * 60))
    .limit(most);
  const { numDeletedRows } = await trx.deleteFrom("outbox").where("id", "in", done).executeTakeFirst();
  return Number(numDeletedRows);
}
