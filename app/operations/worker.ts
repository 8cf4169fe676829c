import { constants, getPriority, setPriority } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { sealAudit } from "#app/audit/commands.ts";
import { clearFiles } from "#app/files/clearing.ts";
import { work } from "#app/outbox/work.ts";
import { keepWorking } from "#app/outbox/works/run-work.ts";
import { reactions, rounds, works } from "#app/reactions.ts";
import { logger } from "#app/settings/log.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { nowAndThen } from "./now-and-then.ts";
import { explainAndExit, openSite } from "./open.ts";
import { untilStopped } from "./stopping.ts";
import { tidying } from "./tidying.ts";

const sealEveryMs = 1_000;
const lookEveryMs = 5_000;
/** An event tells of nearly all that a round finds. */
const roundEveryMs = 60_000;

const { PRIORITY_BELOW_NORMAL } = constants.priority;
// whoever waits for a page comes before letters and lists. Nobody may go before where they were
if (getPriority() < PRIORITY_BELOW_NORMAL) setPriority(PRIORITY_BELOW_NORMAL);

const log = logger("worker");
const stopping = untilStopped();

await run().catch(explainAndExit);

async function run(): Promise<void> {
  const { settings, database } = await openSite(process.env, "jobs");
  log.info("working");
  const clearing = nowAndThen(roundEveryMs, (at) => clearFiles({ database, settings }, at));
  const chores = [
    tidying(database),
    clearing,
    ...rounds.map((round) => nowAndThen(roundEveryMs, (at) => round(database, at))),
  ];
  const jobs = work({ database, settings, log, reactions }, stopping);
  const longWork = keepWorking({ database, settings, log, works }, stopping);
  await Promise.all([jobs, longWork, keepSealing(database), doChores(database, chores)]);
  await database.close();
  process.exit(0);
}

/** Entries of the audit follow into its chain, also what was recorded while we stopped. */
async function keepSealing(database: Database): Promise<void> {
  for (let isLast = false; !isLast; ) {
    isLast = stopping.aborted;
    await sealAudit(database).catch((err: unknown) => log.error({ err }, "audit not sealed"));
    await wait(isLast ? 0 : sealEveryMs, undefined, { signal: stopping }).catch(() => {});
  }
}

async function doChores(database: Database, chores: ((at: Instant) => Promise<void>)[]): Promise<void> {
  while (!stopping.aborted) {
    for (const chore of chores)
      await database
        .now()
        .then(chore)
        .catch((err: unknown) => log.error({ err }, "chore not done"));
    await wait(lookEveryMs, undefined, { signal: stopping }).catch(() => {});
  }
}
