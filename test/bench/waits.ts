// `node test/bench/waits.ts`: what people notice of something that waits.
// Everything runs on this machine, and ends with the script.
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import SQLite from "better-sqlite3";
import { emit } from "#app/outbox/commands.ts";
import { now, plusMinutes } from "#app/time/instant.ts";
import { type Database, openDatabase } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { startPostgres } from "#test/support/postgres.ts";
import { scratchFolder } from "#test/support/scratch.ts";
import { addEnrolment, addWorkshop } from "#test/support/world.ts";
import { startSilentServer, startSite } from "./running-site.ts";
import { type Answer, askAtOnce, askUntil, describe, type Member, timed } from "./waiting.ts";

const people = 60;
const rounds = 4;
const heldMs = 5_000;
const hangingLetters = 6;
/** How long each part may take before it is given up. */
const patienceMs = 120_000;

process.chdir(resolve(import.meta.dirname, "../.."));
const folder = scratchFolder("waits");
process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

await build();
await besideEnrolments();
await besideMailServer();
await besideLockedWriter();
process.exit();

async function build(): Promise<void> {
  // it runs before anything is installed, so it is plain JavaScript, without types
  const path: string = "../../app/operations/build.mjs";
  const { buildIfStale } = (await import(path)) as { buildIfStale(): Promise<boolean> };
  if (!(await buildIfStale())) process.exit(1);
}

async function filled(url: string): Promise<Database> {
  const database = openDatabase(url);
  await migrateToLatest(database);
  const demo = { name: "demo", value: "off" };
  await database.transact((trx) => trx.insertInto("setting").values(demo).execute());
  return database;
}

async function besideEnrolments(): Promise<void> {
  const postgres = await startPostgres();
  if (!postgres) return console.log("PostgreSQL: there is none for this platform");
  const database = await filled(postgres.url);
  const site = await startSite(join(folder, "postgres"), { DATABASE_URL: postgres.url });
  const catalogue = { port: site.port, path: "/es/workshops" };
  await askUntil(wait(1_000), catalogue);
  console.log(`catalogue alone, PostgreSQL: ${describe(await askUntil(wait(1_000), catalogue))}`);
  const members = await newcomers(database, people);
  const [beside, enrolled]: [Answer[], Answer[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const code = await openWorkshop(database, `MJ-${round}`);
    const rush = askAtOnce(members, { port: site.port, path: enrolmentOf(code), form: {} });
    beside.push(...(await askUntil(rush, catalogue)));
    enrolled.push(...(await rush));
  }
  console.log(`catalogue beside ${people} enrolments at once, ${rounds} times: ${describe(beside)}`);
  console.log(`those enrolments: ${describe(enrolled)}`);
  await besideHeldRow(database, { port: site.port, members });
  await site.stop();
  await database.close();
  await postgres.stop();
}

/** Somebody holds a workshop's row, and sixty people want a seat in it. */
async function besideHeldRow(database: Database, { port, members }: { port: number; members: Member[] }) {
  const code = await openWorkshop(database, "MJ-9");
  const [held, ending] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const holding = database.transact(async (trx) => {
    await trx.updateTable("workshop").set({ lastTicket: 0 }).where("code", "=", code).execute();
    held.resolve();
    await ending.promise;
  });
  await held.promise;
  const rush = askAtOnce(members, { port, path: enrolmentOf(code), form: {} });
  await wait(200);
  const over = wait(heldMs).then(async () => {
    ending.resolve();
    await holding;
  });
  const [pages, ready] = await Promise.all([
    askUntil(over, { port, path: "/es/workshops" }),
    askUntil(over, { port, path: "/readyz" }),
  ]);
  console.log(`catalogue beside a row that is held for ${heldMs / 1000} s: ${describe(pages)}`);
  console.log(`/readyz beside it: ${describe(ready)}`);
  console.log(`${people} enrolments that wanted that row: ${describe(await rush)}`);
}

async function besideMailServer(): Promise<void> {
  const silent = await startSilentServer();
  const file = join(folder, "mail.sqlite");
  const database = await filled(file);
  const settings = { DATABASE_URL: file, SMTP_URL: `smtp://127.0.0.1:${silent.port}` };
  const at = now();
  const workshopId = await addWorkshop(database, {
    code: "MJ-1",
    capacity: 1,
    startsOn: "2199-01-01",
    endsOn: "2199-01-05",
  });
  for (const [index, { personId }] of (await newcomers(database, hangingLetters)).entries()) {
    const enrolmentId = await addEnrolment(database, { workshopId, personId, state: "reserve", ticket: index + 1 });
    await database.transact((trx) => emit(trx, at, "enrolment.reserve", { enrolmentId }, { workshopId, personId }));
  }
  const site = await startSite(join(folder, "mail"), settings, { withWorker: true });
  await wait(1_000);
  await database.transact(async (trx) => {
    await trx.updateTable("workshop").set({ capacity: hangingLetters, reserveCount: hangingLetters }).execute();
    await emit(trx, now(), "workshop.seatsFreed", { workshopId }, { workshopId });
  });
  const seated = async () =>
    (await database.read.selectFrom("workshop").select("seatsTaken").executeTakeFirst())?.seatsTaken;
  const ms = await timed(async () => ((await seated()) ?? 0) > 0, patienceMs);
  console.log(`seats moved up beside ${hangingLetters} letters to a mail server that hangs: ${ms}`);
  await site.stop();
  await database.close();
  silent.stop();
}

async function besideLockedWriter(): Promise<void> {
  const file = join(folder, "locked.sqlite");
  const database = await filled(file);
  const site = await startSite(join(folder, "locked"), { DATABASE_URL: file });
  const { accountId } = await addAccount(database, { grants: ["official"], passwordHash: null });
  const stale = plusMinutes(now(), -5);
  const member = async () => ({ cookie: await cookieFor(database, accountId, stale) });
  const ask = (who: Member) => askAtOnce([who], { port: site.port, path: "/es/me" });
  await ask(await member());
  const reader = await member();
  const other = new SQLite(file);
  other.exec("begin immediate");
  const asked = ask(reader);
  await Promise.race([asked, wait(heldMs)]);
  other.exec("rollback");
  other.close();
  console.log(`signed-in page beside a writer that is locked for ${heldMs / 1000} s, SQLite: ${describe(await asked)}`);
  await site.stop();
  await database.close();
}

async function openWorkshop(database: Database, code: string): Promise<string> {
  await addWorkshop(database, { code, capacity: 30, startsOn: "2199-01-01", endsOn: "2199-01-05" });
  return code;
}

async function newcomers(database: Database, count: number): Promise<(Member & { personId: Id<"person"> })[]> {
  const members = [];
  for (let index = 0; index < count; index++) {
    const { accountId, personId } = await addAccount(database, { grants: ["official"], passwordHash: null });
    members.push({ personId, cookie: await cookieFor(database, accountId) });
  }
  return members;
}

function enrolmentOf(code: string): string {
  return `/es/workshops/${code}/enrolment`;
}
