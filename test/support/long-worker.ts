import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { claimWork, endWork, holdCursor, moveCursor } from "#app/outbox/works/claim.commands.ts";
import { keepWorking } from "#app/outbox/works/run-work.ts";
import type { WorkHandler } from "#app/outbox/works/works.ts";
import { now } from "#app/time/instant.ts";
import { type Database, openDatabase, type Writer } from "#db/database.ts";
import { jobContext } from "./job-context.ts";
import { counting, units } from "./long-units.ts";

const inAStep = 10;

/** `sleepy` stops its own process once, as the system may; `careless` moves the cursor in another transaction. */
export type LongOrder = { url: string; manner: "sleepy" | "careful" | "careless" };

async function count(trx: Writer, from: number): Promise<number> {
  const to = Math.min(units, from + inAStep);
  for (let unit = from; unit < to; unit++) await sql`insert into effect (unit) values (${unit})`.execute(trx);
  return to;
}

let isRested = false;

const handlerOf = (manner: LongOrder["manner"]): WorkHandler<object> => ({
  async prepare() {
    process.send?.("claimed");
    if (manner !== "sleepy" || isRested) return;
    isRested = true;
    process.kill(process.pid, "SIGSTOP");
    // the signal takes a moment
    await wait(50);
  },
  async step(trx, _work, { done }) {
    const to = await count(trx, done);
    process.send?.("step");
    // whoever is to kill this process hears of it in time
    if (manner === "careful") await wait(20);
    return { done: to, total: units };
  },
});

async function beCareless(database: Database): Promise<void> {
  for (;;) {
    let work = await claimWork(database, await database.now());
    while (work && work.unitsDone < units) {
      const claimed = work;
      const at = await database.now();
      const done = await database.transact((trx) => count(trx, claimed.unitsDone));
      process.send?.("step");
      await wait(20);
      await database.transact(async (trx) => {
        if (!(await holdCursor(trx, claimed, at))) return;
        await moveCursor(trx, claimed, { done, total: units }, at);
        if (done === units) await endWork(trx, claimed, { outcome: "done", at });
      });
      work = { ...claimed, unitsDone: done };
    }
    await wait(50);
  }
}

// a worker of its own: tells of each claim and each step
process.once("message", async ({ url, manner }: LongOrder) => {
  const database = openDatabase(url, "jobs");
  if (manner === "careless") return beCareless(database);
  const { settings, log } = jobContext(database, now());
  const works = { counting: handlerOf(manner) };
  await keepWorking({ database, settings, log, kinds: counting, works }, new AbortController().signal);
});
process.on("disconnect", () => process.exit());
process.send?.("ready");
