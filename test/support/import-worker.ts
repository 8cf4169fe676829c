import { keepWorking } from "#app/outbox/works/run-work.ts";
import { works } from "#app/reactions.ts";
import { now } from "#app/time/instant.ts";
import { openDatabase } from "#db/database.ts";
import { jobContext } from "./job-context.ts";

// a worker of its own process, which does long work until it is killed
process.once("message", async (url: string) => {
  const database = openDatabase(url, "jobs");
  const { settings, log } = jobContext(database, now());
  await keepWorking({ database, settings, log, works }, new AbortController().signal);
});
process.on("disconnect", () => process.exit());
process.send?.("ready");
