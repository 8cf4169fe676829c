import { setTimeout as wait } from "node:timers/promises";
import type { EventMap } from "#app/outbox/events.ts";
import type { Job } from "#app/outbox/job.ts";
import { work } from "#app/outbox/work.ts";
import { now } from "#app/time/instant.ts";
import { openDatabase } from "#db/database.ts";
import { jobContext } from "./job-context.ts";

/** `aheadMs`: by how much this process's clock is wrong. */
export type Order = { url: string; events: EventMap; event: string; reaction: string; aheadMs: number };

// a worker of its own: tells of each job that it does, until it is told to stop
process.once("message", async ({ url, events, event, reaction, aheadMs }: Order) => {
  setClock(aheadMs);
  const stopping = new AbortController();
  process.once("message", () => stopping.abort());
  const database = openDatabase(url, "jobs");
  const handler = async ({ id }: Job) => {
    await wait(50);
    process.send?.({ done: id });
  };
  const { settings, log } = jobContext(database, now());
  await work({ database, settings, log, events, reactions: { [event]: { [reaction]: handler } } }, stopping.signal);
  await database.close();
  process.disconnect();
});
process.send?.("ready");

function setClock(aheadMs: number): void {
  const RightDate = Date;
  globalThis.Date = class extends RightDate {
    constructor(...given: [] | [string | number]) {
      super(given[0] ?? RightDate.now() + aheadMs);
    }
    static override now = () => RightDate.now() + aheadMs;
  } as DateConstructor;
}
