import { setTimeout as wait } from "node:timers/promises";
import { work } from "#app/outbox/work.ts";
import { reactions } from "#app/reactions.ts";
import { logger } from "#app/settings/log.ts";
import type { Database } from "#db/database.ts";
import { explainAndExit, openSite } from "./open.ts";
import { untilStopped } from "./stopping.ts";
import { tidying } from "./tidying.ts";

const tidyEveryMs = 5_000;

const log = logger("worker");
const stopping = untilStopped();

await run().catch(explainAndExit);

async function run(): Promise<void> {
  const { settings, database } = await openSite(process.env, "jobs");
  log.info("working");
  await Promise.all([work({ database, settings, log, reactions }, stopping), tidyUp(database)]);
  await database.close();
  process.exit(0);
}

async function tidyUp(database: Database): Promise<void> {
  const tidy = tidying(database);
  while (!stopping.aborted) {
    await database
      .now()
      .then(tidy)
      .catch((err: unknown) => log.error({ err }, "not tidied up"));
    await wait(tidyEveryMs, undefined, { signal: stopping }).catch(() => {});
  }
}
