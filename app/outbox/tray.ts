import { type Instant, plusSeconds } from "#app/time/instant.ts";
import { type ClaimedJob, claimJobs, giveBack } from "./claim.commands.ts";
import type { JobContext } from "./job.ts";
import { type Lane, waitingSeconds } from "./rules.ts";

/** Jobs of one lane that were claimed together, and from which its workers take one after another. */
export type Tray = {
  /** The next job, the time by the database's clock, and what it shares; null where nothing is due. */
  take(): Promise<{ job: ClaimedJob; at: Instant; alike: Map<string, Promise<unknown>> } | null>;
  hasMore(): boolean;
  /** What is not begun becomes free for others. */
  empty(): Promise<void>;
};

/** One trip to the database brings several jobs, and asks for the time once. */
export function newTray({ database, log }: Pick<JobContext, "database" | "log">, lane: Lane): Tray {
  let waiting: ClaimedJob[] = [];
  let claim: { at: Instant; ms: number; alike: Map<string, Promise<unknown>> } | null = null;
  let claiming: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;

  const empty = () => giveBack(database, waiting.splice(0));
  const emptyLater = () => void empty().catch((err: unknown) => log.error({ err }, "jobs not given back"));
  async function fill(): Promise<void> {
    clearTimeout(timer);
    const at = await database.now();
    claim = { at, ms: performance.now(), alike: new Map() };
    waiting = await claimJobs(database, at, lane, lane.claimed);
    // where all workers of a lane hang, what they would have done next must not wait for them
    if (waiting.length > 1) timer = setTimeout(emptyLater, waitingSeconds * 1000).unref();
  }
  async function next() {
    if (!claim || waiting.length === 0) return null;
    const seconds = (performance.now() - claim.ms) / 1000;
    // a process that stood still meanwhile: its claim may be over, and others may be at these jobs
    if (seconds > waitingSeconds) {
      await empty();
      return null;
    }
    const job = waiting.shift();
    return job ? { job, at: plusSeconds(claim.at, seconds), alike: claim.alike } : null;
  }
  return {
    async take() {
      if (waiting.length === 0) {
        claiming ??= fill().finally(() => {
          claiming = null;
        });
        await claiming;
      }
      return next();
    },
    hasMore: () => waiting.length > 0,
    empty,
  };
}
