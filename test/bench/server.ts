// Child of the bench: serves the site, and beside it the same bytes from memory; tells what either costs this process.
import { once } from "node:events";
import { createServer, type OutgoingHttpHeaders, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { KyselyPlugin } from "kysely";
import { pino } from "pino";
import { audit } from "#app/audit/commands.ts";
import { createApp } from "#app/operations/http/http.ts";
import { staticFiles } from "#app/operations/http/static-files.ts";
import { readSettings } from "#app/settings/settings.ts";
import { now } from "#app/time/instant.ts";
import { type Database, openDatabase } from "#db/database.ts";
import type { CaseName } from "./cases.ts";
import { dataAlone } from "./data-alone.ts";
import type { Limit } from "./measure.ts";
import type { World } from "./world.ts";

/** An answer to be repeated from memory. */
export type Stored = { status: number; headers: OutgoingHttpHeaders; body: Uint8Array };
export type Order =
  | { order: "begin"; world: World }
  | { order: "store"; answer: Stored }
  | { order: "cpu" }
  | { order: "stall" }
  | { order: "memory" }
  | { order: "change" }
  | { order: "count" }
  | { order: "rushed" }
  | { order: "alone"; name: CaseName; from: number; limit: Limit };
/** `counted` is the site once more, counting what it asks of the database. */
export type Ports = { site: number; counted: number; bare: number };
/** Processor time of all threads: since the start, or in so many rounds. */
export type Spent = { cpuMs: number; rounds: number };
/** For how long the server's thread answered nobody, since it was asked before: at most, and in 999 of 1,000 turns. */
export type Stalled = { stallMs: number; p999Ms: number };
export type Held = { memoryMb: number };
export type Counted = { queries: number };
/** Where those who came in the rush stand. */
export type Rushed = { confirmed: number; reserve: number };
export type Report = Ports | Spent | Stalled | Held | Counted | Rushed;

let database: Database;
let world: World;
const queries: unknown[] = [];
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
let stored: Stored = { status: 204, headers: {}, body: new Uint8Array() };

process.on("disconnect", () => process.exit());
process.on("message", async (order: Order) => process.send?.(await obey(order)));

async function obey(order: Order): Promise<Report> {
  if (order.order === "begin") {
    world = order.world;
    return begin();
  }
  if (order.order === "store") stored = order.answer;
  if (order.order === "stall") return stalled();
  if (order.order === "memory") return { memoryMb: process.memoryUsage.rss() / 2 ** 20 };
  if (order.order === "change") await change();
  if (order.order === "count") return { queries: queries.splice(0).length };
  if (order.order === "rushed") return rushed();
  return order.order === "alone" ? alone(order) : { cpuMs: cpuMs(), rounds: 0 };
}

function stalled(): Stalled {
  const stalled = { stallMs: delay.max / 1e6, p999Ms: delay.percentile(99.9) / 1e6 };
  delay.reset();
  return stalled;
}

/** As if somebody had enrolled: whatever is remembered until the next change is found anew. */
const change = () =>
  database.transact((trx) => {
    const [workshop] = world.open;
    if (!workshop) throw new Error("The world has no open workshop.");
    const { accountId } = world.manager;
    return audit(trx, now(), { accountId, action: "enrolment.movedUp", subjectId: workshop.id });
  });

async function alone({ name, from, limit }: Extract<Order, { order: "alone" }>): Promise<Spent> {
  const [before, until] = [cpuMs(), performance.now() + limit.ms];
  let rounds = 0;
  do {
    await dataAlone[name](database, world, from + rounds++);
    // native objects are let go only when the event loop turns
    await setImmediate();
  } while (rounds < limit.rounds && performance.now() < until);
  return { cpuMs: cpuMs() - before, rounds };
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function begin(): Promise<Ports> {
  const site = await listen((request, response) => app(request, response));
  const counted = await listen((request, response) => counting(request, response));
  const { DATA_DIR, DATABASE_URL } = process.env;
  const settings = readSettings({ DATA_DIR, DATABASE_URL, PORT: String(site), DEMO: "off" });
  database = openDatabase(settings.databaseUrl);
  const { default: _, ...build } = await import(pathToFileURL(resolve("build/server/index.js")).href);
  const shared = { settings, log: pino({ level: "silent" }), build, files: staticFiles(resolve("build/client")) };
  const app = createApp({ ...shared, database });
  const counting = createApp({ ...shared, settings: { ...settings, port: counted }, database: countingQueries() });
  return { site, counted, bare: await listen(fromMemory) };
}

function countingQueries(): Database {
  const counter: KyselyPlugin = {
    transformQuery({ node }) {
      queries.push(node);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { ...database, read: database.read.withPlugin(counter) };
}

async function rushed(): Promise<Rushed> {
  const { workshop, newcomers } = world.rush;
  const states = await database.read
    .selectFrom("enrolment")
    .select("state")
    .where("workshopId", "=", workshop.id)
    .where(
      "personId",
      "in",
      newcomers.map(({ personId }) => personId),
    )
    .execute();
  const count = (state: string) => states.filter((row) => row.state === state).length;
  return { confirmed: count("confirmed"), reserve: count("reserve") };
}

const fromMemory: RequestListener = (request, response) => {
  request.resume();
  request.once("end", () => response.writeHead(stored.status, stored.headers).end(stored.body));
};

async function listen(handle: RequestListener): Promise<number> {
  // the bench's one connection is idle while data are measured alone
  const server = createServer({ keepAliveTimeout: 120_000 }, handle).listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}
