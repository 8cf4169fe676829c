import { type ClaimedJob, endAttempt } from "./claim.commands.ts";
import { type EventMap, events as ours } from "./events.ts";
import { failureCode } from "./failure.ts";
import { ended, type Job, type JobContext, PermanentFailure, payloadOf } from "./job.ts";
import { maximumAttempts, retryAt } from "./rules.ts";

/**
 * Written as a method, so that a handler may ask for a narrower job. `payloadOf` checks that the job has all it needs.
 */
type AnyHandler = { handle(job: Job, context: JobContext): Promise<unknown> }["handle"];

/** Who does what follows; and which events there are, where they are not ours. */
export type Run = JobContext & { reactions: Partial<Record<string, Record<string, AnyHandler>>>; events?: EventMap };

/** Runs one job that was claimed. */
export async function runJob(job: ClaimedJob, { reactions, events = ours, ...context }: Run): Promise<void> {
  try {
    const hasEnded = (await react(job, { reactions, events }, context)) === ended;
    if (!hasEnded) await endAttempt(context.database, job, { doneAt: context.at });
  } catch (error) {
    await postpone(job, error, context);
  }
}

async function react(
  { id, event, reaction, payload, createdAt, attempts }: ClaimedJob,
  { reactions, events }: Required<Pick<Run, "reactions" | "events">>,
  context: JobContext,
): Promise<unknown> {
  // attempts count from the claim: a job that kills the process must end some day too
  if (attempts > maximumAttempts) throw new PermanentFailure("Interrupted");
  const handler = reactions[event]?.[reaction];
  const declared = events[event];
  if (!handler || !declared) throw new PermanentFailure("UnknownKind");
  return handler({ id, payload: payloadOf(declared.ids, payload), createdAt }, context);
}

async function postpone(job: ClaimedJob, error: unknown, { database, log, at }: JobContext): Promise<void> {
  const { id, event, reaction, attempts } = job;
  const lastError = failureCode(error);
  const dueAt = error instanceof PermanentFailure ? null : retryAt(attempts, at);
  log.warn({ job: id, event, reaction, attempts, error: lastError, dueAt, frames: framesOf(error) }, "job failed");
  await endAttempt(database, job, dueAt === null ? { lastError, failedAt: at } : { lastError, dueAt });
}

/** Where it happened, without the message, which may hold an address. */
const framesOf = (error: unknown) =>
  error instanceof Error && !(error instanceof PermanentFailure)
    ? error.stack?.split("\n").filter((line) => /^\s+at /.test(line))
    : undefined;
