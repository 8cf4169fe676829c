// `node test/bench/several.ts`: what enrolments wait for when several servers take them, what one costs with its
// letter, and what a second worker is worth; `--short` leaves out the workers. Everything runs on this machine, and
// ends with the script.
import { type ChildProcess, fork, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import pg from "pg";
import { work } from "#app/outbox/work.ts";
import { reactions } from "#app/reactions.ts";
import { now } from "#app/time/instant.ts";
import { type Database, openDatabase } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { addAccount } from "#test/support/accounts.ts";
import { jobContext } from "#test/support/job-context.ts";
import { startPostgres } from "#test/support/postgres.ts";
import { scratchFolder } from "#test/support/scratch.ts";
import { addWorkshop } from "#test/support/world.ts";
import { enrolAsMember, isAnyDue, type Order, type Seat } from "./several-child.ts";

const atOnce = 16;
const rounds = 40;
const alone = 300;
/** So many letters, to a mail server that takes so long for each. */
const drains = [
  { letters: 320, mailMs: 200 },
  { letters: 800, mailMs: 0 },
];
const children = new Set<ChildProcess>();
let workshopCount = 0;

// letters are made by React, which is another program while one develops
if (process.env.NODE_ENV !== "production") {
  const env = { ...process.env, NODE_ENV: "production" as const };
  process.exit(spawnSync(process.execPath, process.argv.slice(1), { env, stdio: "inherit" }).status ?? 1);
}

process.chdir(resolve(import.meta.dirname, "../.."));
const folder = scratchFolder("several");
process.once("exit", () => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

const postgres = await startPostgres();
if (!postgres) {
  console.log("PostgreSQL: there is none for this platform");
  process.exit();
}
const database = await migrated(postgres.url);
await waitsAtOnce(database, postgres.url);
await costs("PostgreSQL", database);
if (!process.argv.includes("--short")) await workersBeside(database, postgres.url);
await database.close();
await postgres.stop();
const file = await migrated(join(folder, "puente.sqlite"));
await costs("SQLite", file);
await file.close();
process.exit();

async function migrated(url: string): Promise<Database> {
  const database = openDatabase(url);
  await migrateToLatest(database);
  return database;
}

/** So many enrolments at once, each into a workshop of its own, by two servers: who waits for a row, and for which? */
async function waitsAtOnce(database: Database, url: string): Promise<void> {
  const workshops = await openWorkshops(database, "W", atOnce);
  const servers = await Promise.all([start(url), start(url)]);
  const stop = new AbortController();
  const sampled = sample(url, stop.signal);
  const started = performance.now();
  for (let round = 0; round < rounds; round++) {
    const seats = await seatsIn(database, workshops);
    const half = atOnce / 2;
    await Promise.all(
      servers.map((server, index) => obey(server, { enrol: seats.slice(index * half).slice(0, half) })),
    );
  }
  const ms = performance.now() - started;
  stop.abort();
  console.log(
    `${rounds} × ${atOnce} enrolments at once into ${atOnce} workshops, ${(ms / rounds).toFixed(1)} ms a round`,
  );
  console.log(described(await sampled));
  for (const server of servers) await end(server);
}

function described({ samples, waits }: Sampled): string {
  const tables = [...waits].map(([table, count]) => `${table} ${count}`).join(", ") || "none";
  return `  samples of pg_stat_activity: ${samples}; statements that waited for a row, by table: ${tables}`;
}

type Sampled = { samples: number; waits: Map<string, number> };

/** Looks again and again who waits for whom, until it is told to stop. */
async function sample(url: string, stopping: AbortSignal): Promise<Sampled> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const waits = new Map<string, number>();
  let samples = 0;
  for (; !stopping.aborted; samples++) {
    const { rows } = await client.query<{ query: string; event: string }>(
      `select query, wait_event as event from pg_stat_activity
      where wait_event_type = 'Lock' and cardinality(pg_blocking_pids(pid)) > 0`,
    );
    for (const { query, event } of rows) {
      const table = /(?:update|into|from) "(\w+)"/.exec(query)?.[1] ?? query;
      // whoever waits for a row waits for its tuple or for who has it; a vacuum may hold a table as a whole
      const what = ["tuple", "transactionid"].includes(event) ? table : `${table} (${event}, no row)`;
      waits.set(what, (waits.get(what) ?? 0) + 1);
    }
    await wait(1);
  }
  await client.end();
  return { samples, waits };
}

/** One enrolment after another, and then their letters, without a web server. */
async function costs(name: string, database: Database): Promise<void> {
  const workshops = await openWorkshops(database, "C", 8);
  const seats: Seat[] = [];
  while (seats.length < alone) seats.push(...(await seatsIn(database, workshops)));
  await runAll(database);
  for (const seat of seats.splice(0, 50)) await enrolAsMember(database, seat);
  await runAll(database);
  const posts = await spent(database, async () => {
    for (const seat of seats) await enrolAsMember(database, seat);
  });
  const jobs = await spent(database, () => runAll(database));
  const each = (all: Spent) =>
    (["wall", "node", "server"] as const).map((who) => `${who} ${(all[who] / seats.length).toFixed(2)}`).join(", ");
  console.log(`${name}, ms: an enrolment ${each(posts)}; its letter's job ${each(jobs)}`);
}

type Spent = { wall: number; node: number; server: number };

/** Milliseconds by the clock on the wall, and of the processors' work by us and by the database's server. */
async function spent(database: Database, work: () => Promise<unknown>): Promise<Spent> {
  const [node, server] = [process.cpuUsage(), await serverCpuMs(database)];
  const wall = await timed(work);
  const { user, system } = process.cpuUsage(node);
  return { wall, node: (user + system) / 1000, server: (await serverCpuMs(database)) - server };
}

/** Of all processes of a PostgreSQL on this machine, as Linux tells it in hundredths of a second; 0 of a file. */
async function serverCpuMs({ read, dialect }: Database): Promise<number> {
  if (dialect.file) return 0;
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(read);
  const statOf = (pid: number | string) =>
    readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
  const parent = statOf(rows[0]?.pid ?? 0)[1] ?? "";
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, "utf8").trim().split(" ");
  const of = (stat: string[], from: number, to: number) => stat.slice(from, to).reduce((sum, ticks) => sum + +ticks, 0);
  return 10 * children.reduce((sum, pid) => sum + of(statOf(pid), 11, 13), of(statOf(parent), 11, 15));
}

/** As the worker does. */
async function runAll(database: Database): Promise<void> {
  const stop = new AbortController();
  const { settings, log } = jobContext(database, now());
  const working = work({ database, settings, log, reactions }, stop.signal);
  while (await isAnyDue(database)) await wait(5);
  stop.abort();
  await working;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The same letters with one worker and with two, each in a process of its own. */
async function workersBeside(database: Database, url: string): Promise<void> {
  for (const { letters, mailMs } of drains) {
    const order = { letters, mailMs };
    const one = await drain(database, url, { workers: 1, ...order });
    const stop = new AbortController();
    const sampled = sample(url, stop.signal);
    const two = await drain(database, url, { workers: 2, ...order });
    stop.abort();
    const rate = (took: number) => `${(letters / (took / 1000)).toFixed(0)} a second`;
    const how = mailMs > 0 ? `to a mail server that takes ${mailMs} ms for each` : "that wait for nobody";
    console.log(`letters ${how}: one worker ${rate(one)}, two ${rate(two)}: ${(one / two).toFixed(2)} times`);
    console.log(described(await sampled));
  }
}

type Drain = { workers: number; letters: number; mailMs: number };

async function drain(database: Database, url: string, { workers, letters, mailMs }: Drain): Promise<number> {
  const [workshopId] = await openWorkshops(database, "J", 1);
  if (!workshopId) throw new Error("There is no workshop.");
  const people = await seatsIn(database, Array(letters).fill(workshopId));
  for (const seat of people) await enrolAsMember(database, seat);
  const team = await Promise.all(Array.from({ length: workers }, () => start(url)));
  const took = await timed(() => Promise.all(team.map((worker) => obey(worker, { work: mailMs }))));
  for (const worker of team) await end(worker);
  return took;
}

async function openWorkshops(database: Database, prefix: string, count: number): Promise<Id<"workshop">[]> {
  const ids = [];
  for (let index = 0; index < count; index++) {
    const code = `${prefix}-${workshopCount++}`;
    ids.push(await addWorkshop(database, { code, capacity: 10_000, startsOn: "2199-01-01", endsOn: "2199-01-05" }));
  }
  return ids;
}

/** Somebody new for a seat in each of these workshops. */
async function seatsIn(database: Database, workshops: Id<"workshop">[]): Promise<Seat[]> {
  const seats = [];
  for (const workshopId of workshops) {
    const { accountId, personId } = await addAccount(database, { grants: ["official"], passwordHash: null });
    seats.push({ accountId, personId, workshopId });
  }
  return seats;
}

async function start(url: string): Promise<ChildProcess> {
  const child = fork(resolve(import.meta.dirname, "several-child.ts"), [url], { execArgv: [] });
  children.add(child);
  await once(child, "message");
  return child;
}

async function obey(child: ChildProcess, order: Order): Promise<void> {
  child.send(order);
  await once(child, "message");
}

async function end(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  children.delete(child);
  child.disconnect();
  await gone;
}
