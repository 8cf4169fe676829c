import { setTimeout as wait } from "node:timers/promises";
import { audit } from "#app/audit/commands.ts";
import { now } from "#app/time/instant.ts";
import { openDatabase } from "#db/database.ts";
import { id } from "./ids.ts";

const pauseMs = 100;

// a process that is told a database's URL, and writes to it ten times a second until it is told to stop
process.once("message", async (url: string) => {
  const stopping = new AbortController();
  process.once("message", () => stopping.abort());
  const database = openDatabase(url);
  let written = 0;
  while (!stopping.signal.aborted) {
    await database.transact((trx) =>
      audit(trx, now(), { accountId: null, action: "workshop.changed", subjectId: id("workshop", "writer") }),
    );
    written += 1;
    if (written === 1) process.send?.("writing");
    await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
  }
  await database.close();
  process.send?.(written);
  process.disconnect();
});
process.send?.("ready");
