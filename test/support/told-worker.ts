import { work } from "#app/outbox/work.ts";
import { reactions } from "#app/reactions.ts";
import { now } from "#app/time/instant.ts";
import { openDatabase } from "#db/database.ts";
import { jobContext } from "./job-context.ts";

// a worker of its own, with all that follows from our events: works from the message on until it is killed
process.once("message", async (url: string) => {
  const database = openDatabase(url, "jobs");
  const { settings, log } = jobContext(database, now());
  await work({ database, settings, log, reactions }, new AbortController().signal);
});
process.send?.("ready");
