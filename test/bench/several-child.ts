import { setTimeout as wait } from "node:timers/promises";
import { enrol } from "#app/enrolment/commands.ts";
import { attempt } from "#app/limits/commands.ts";
import { applicationLimits, attemptsOf } from "#app/limits/limits.ts";
import { work } from "#app/outbox/work.ts";
import { reactions } from "#app/reactions.ts";
import { now } from "#app/time/instant.ts";
import { type Database, openDatabase } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { jobContext } from "#test/support/job-context.ts";

export type Seat = { accountId: Id<"account">; personId: Id<"person">; workshopId: Id<"workshop"> };
/** Enrols these at once; or does what is due until nothing is left, with so many milliseconds more for each letter. */
export type Order = { enrol: Seat[] } | { work: number };

/** What the page's action does: the attempt is counted, then the seat is taken. All come from one network address. */
export async function enrolAsMember(database: Database, { accountId, ...request }: Seat): Promise<void> {
  const at = now();
  const attempts = attemptsOf(applicationLimits, { address: "192.0.2.1", account: accountId });
  await attempt(database, attempts, at, "s".repeat(32));
  const outcome = await database.transact((trx) => enrol(trx, request, { accountId, at }));
  if (outcome.status === "refused") throw new Error(outcome.because);
}

/** Works as the worker does, until nothing is due; each letter takes so much longer. */
async function workOff(url: string, ms: number): Promise<void> {
  const database = openDatabase(url, "jobs");
  const stop = new AbortController();
  const letter: (typeof reactions)["enrolment.confirmed"]["letter"] = async (job, context) => {
    await wait(ms);
    return reactions["enrolment.confirmed"].letter(job, context);
  };
  const { settings, log } = jobContext(database, now());
  const slow = { ...reactions, "enrolment.confirmed": { letter } };
  const working = work({ database, settings, log, reactions: ms > 0 ? slow : reactions }, stop.signal);
  while (await isAnyDue(database)) await wait(10);
  stop.abort();
  await working;
  await database.close();
}

export const isAnyDue = async ({ read }: Database) =>
  (await read.selectFrom("outbox").select("id").where("doneAt", "is", null).limit(1).executeTakeFirst()) !== undefined;

async function obey(url: string, database: Database, order: Order): Promise<void> {
  if ("enrol" in order) await Promise.all(order.enrol.map((seat) => enrolAsMember(database, seat)));
  else await workOff(url, order.work);
}

const [url] = process.argv.slice(2);
if (import.meta.main && url) {
  const database = openDatabase(url);
  process.on("message", async (order: Order) => {
    await obey(url, database, order);
    process.send?.("done");
  });
  process.once("disconnect", () => process.exit());
  process.send?.("ready");
}
