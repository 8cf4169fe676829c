import { setTimeout as wait } from "node:timers/promises";
import { failureCode } from "#app/outbox/failure.ts";
import { type JobContext, PermanentFailure, payloadOf } from "#app/outbox/job.ts";
import { type Instant, plusSeconds } from "#app/time/instant.ts";
import { type ClaimedWork, claimWork, endWork, freeWork, holdCursor, moveCursor } from "./claim.commands.ts";
import { mostAttempts, nextAttemptAt, preparingSeconds, type WorkOutcome } from "./rules.ts";
import { workKinds as ours, type Work, type WorkHandler, type WorkKinds } from "./works.ts";

/** Written as methods, so that a handler may ask for narrower work. */
type AnyWork = { [Method in keyof WorkHandler<never>]: WorkHandler<never>[Method] };

export type RunWork = Omit<JobContext, "at"> & {
  works: Partial<Record<string, AnyWork>>;
  /** Which kinds there are, where they are not ours. */
  kinds?: WorkKinds;
};

const pauseMs = 500;
const pauseAfterFailureMs = 5_000;
/** So much is under way at the same time: what takes minutes does not hold up what takes seconds. */
const atOnce = 2;

/** Does long work, one step after another, until asked to stop. A step that has begun is finished first. */
export async function keepWorking(run: RunWork, stopping: AbortSignal): Promise<void> {
  const underWay = new Set<Promise<void>>();
  while (!stopping.aborted) {
    const ms = await takeUp(run, underWay, stopping).catch((err: unknown) => {
      run.log.error({ err }, "not asked for long work");
      return pauseAfterFailureMs;
    });
    if (ms > 0) await wait(ms, undefined, { signal: stopping }).catch(() => {});
  }
  await Promise.all(underWay);
}

/** @returns how long to pause then */
async function takeUp(run: RunWork, underWay: Set<Promise<void>>, stopping: AbortSignal): Promise<number> {
  if (underWay.size >= atOnce) return pauseMs;
  const at = await run.database.now();
  const work = await claimWork(run.database, at);
  if (!work) return pauseMs;
  const doing = doWork(work, { ...run, at }, stopping).finally(() => underWay.delete(doing));
  underWay.add(doing);
  return 0;
}

type Doing = RunWork & { at: Instant };

/** Does what was claimed, until it has ended, somebody else has it, or this worker stops. */
export async function doWork(claimed: ClaimedWork, run: Doing, stopping: AbortSignal): Promise<void> {
  const clock = clockFrom(run.at);
  const { kinds = ours, works, ...context } = run;
  let current = claimed;
  try {
    const handler = works[claimed.kind];
    const declared = (kinds as WorkKinds)[claimed.kind];
    if (!handler || !declared) throw new PermanentFailure("UnknownKind");
    const { id, accountId, createdAt } = claimed;
    const work = { id, accountId, createdAt, payload: payloadOf(declared, claimed.payload) as never };
    if (claimed.attempts > mostAttempts) return await finish(current, run, work, clock(), "failed", "Interrupted");
    const ready = await inTime(handler.prepare(work, context));
    while (!stopping.aborted) {
      const startedMs = performance.now();
      const next = await step(current, run, { handler, work, ready, at: clock() });
      if (!next) return;
      current = next;
      // as long again, so that on SQLite others get their turn
      await wait(performance.now() - startedMs);
    }
    await freeWork(run.database, current, { isUnattempted: true });
  } catch (error) {
    await giveUp(current, run, error, clock()).catch((err: unknown) => run.log.error({ err }, "long work not freed"));
  }
}

/** The time by the database's clock, without asking it again. */
function clockFrom(at: Instant): () => Instant {
  const startedMs = performance.now();
  return () => plusSeconds(at, (performance.now() - startedMs) / 1000);
}

async function inTime<Ready>(preparing: Promise<Ready>): Promise<Ready> {
  const late = new AbortController();
  const tooLong = wait(preparingSeconds * 1000, undefined, { signal: late.signal }).then(
    () => Promise.reject(new PermanentFailure("TooLong")),
    () => new Promise<never>(() => {}),
  );
  try {
    return await Promise.race([preparing, tooLong]);
  } finally {
    late.abort();
  }
}

type Deed = { handler: AnyWork; work: Work<never>; ready: unknown; at: Instant };

/** @returns the work as it stands then; null where it is over, or no longer ours */
async function step(claimed: ClaimedWork, { database }: Doing, deed: Deed): Promise<ClaimedWork | null> {
  const { handler, work, ready, at } = deed;
  return database.transact(async (trx) => {
    // first, as it takes the row: whoever claims meanwhile waits
    const held = await holdCursor(trx, claimed, at);
    if (!held) return null;
    const end = async (outcome: WorkOutcome) => {
      await endWork(trx, claimed, { outcome, at });
      await handler.end?.(trx, work, { outcome, at });
      return null;
    };
    if (held.isStopAsked) return end("stopped");
    const taken = await handler.step(trx, work, { done: claimed.unitsDone, ready, at });
    await moveCursor(trx, claimed, taken, at);
    const unitsTotal = taken.total ?? claimed.unitsTotal;
    if (unitsTotal !== null && taken.done >= unitsTotal) return end("done");
    return { ...claimed, unitsDone: taken.done, unitsTotal, attempts: 0 };
  });
}

async function giveUp(claimed: ClaimedWork, run: Doing, error: unknown, at: Instant): Promise<void> {
  const { id, kind } = claimed;
  // a step that was done has set the count back to nothing
  const attempts = Math.max(1, claimed.attempts);
  const lastError = failureCode(error);
  const dueAt = error instanceof PermanentFailure ? null : nextAttemptAt(attempts, at);
  run.log.warn({ work: id, kind, attempts, error: lastError, dueAt }, "long work failed");
  if (dueAt) return freeWork(run.database, claimed, { lastError, dueAt });
  const declared = ((run.kinds ?? ours) as WorkKinds)[kind] ?? [];
  const { accountId, createdAt } = claimed;
  const work = { id, accountId, createdAt, payload: payloadOf(declared, claimed.payload) as never };
  await finish(claimed, run, work, at, "failed", lastError);
}

async function finish(
  claimed: ClaimedWork,
  { database, works }: Doing,
  work: Work<never>,
  at: Instant,
  outcome: WorkOutcome,
  lastError: string,
): Promise<void> {
  await database.transact(async (trx) => {
    if (await endWork(trx, claimed, { outcome, at, lastError }))
      await works[claimed.kind]?.end?.(trx, work, { outcome, at });
  });
}
