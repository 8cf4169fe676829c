// `node test/bench/power-loss.ts [states]`: what power cuts would leave of acknowledged changes on SQLite. Needs Linux and strace.
import { readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { sql } from "kysely";
import { findChainFault } from "#app/access/audit.ts";
import { enrol, withdraw } from "#app/enrolment/commands.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { newId } from "#db/new-id.ts";
import { scratchFolder } from "#test/support/scratch.ts";
import { addWorkshop } from "#test/support/world.ts";
import { Disk, type Random, type Step, traceDisk } from "./traced-disk.ts";

type Verdict = "whole" | "lost" | "damaged" | "halfDone";
type Found = Record<Verdict, number>;

const at = "2026-11-01T12:00:00.000Z";
const people = 6;
/** Enough for the write-ahead log to be merged, to start over, and to be removed and made anew. */
const [lives, changesEach] = [3, 120];

const [word = "300", writersFile] = process.argv.slice(2);
if (writersFile) await write(writersFile, process.env.POWER_LOSS_SYNCHRONOUS);
else await main(Number(word));

async function main(states: number): Promise<void> {
  const folder = scratchFolder("power-loss");
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
  const base = join(folder, "base.sqlite");
  await prepare(base);
  const asIs = await simulate(base, states);
  console.log(`as it is: ${describe(asIs)}`);
  const normal = await simulate(base, states, "NORMAL");
  console.log(`control, synchronous = NORMAL: ${describe(normal)}`);
  const off = await simulate(base, states, "OFF");
  console.log(`control, synchronous = OFF: ${describe(off)}`);
  if (normal.lost === 0 || off.damaged + off.halfDone === 0) console.log("The controls came through: this proves nothing.");
  else if (asIs.whole === states) return;
  process.exitCode = 1;
}

const describe = ({ lost, damaged, halfDone, whole }: Found) =>
  `${lost + damaged + halfDone + whole} states: ${lost} lost acknowledged changes, ${damaged} damaged, ${halfDone} half done`;

async function prepare(file: string): Promise<void> {
  const database = openDatabase(file);
  await migrateToLatest(database);
  await addWorkshop(database, { code: "MJ-1", capacity: people / 2 });
  const person = { familyName: "López", givenName: "Ana", country: "MX", locale: "es", zone: "America/Mexico_City", createdAt: at } as const;
  const persons = Array.from({ length: people }, () => ({ id: newId(), ...person }));
  await database.transact((trx) => trx.insertInto("person").values(persons).execute());
  await database.close();
}

/** The traced process: changes enrolments, and tells what is stored after each change, as a page would. */
async function write(file: string, synchronous: string | undefined): Promise<void> {
  if (synchronous) weaken(synchronous);
  for (let life = 0; life < lives; life += 1) {
    const database = openDatabase(file);
    const { id: workshopId } = await database.read.selectFrom("workshop").select("id").executeTakeFirstOrThrow();
    const persons = await database.read.selectFrom("person").select("id").orderBy("id").execute();
    for (let turn = 0; turn < changesEach; turn += 1) {
      writeSync(1, `${await snapshot(database)}\n`);
      const request = { personId: persons[turn % people]!.id, workshopId, accountId: null, at };
      await database.transact(async (trx) => {
        const left = await withdraw(trx, request);
        return left.status === "withdrawn" ? left : enrol(trx, request);
      });
    }
    writeSync(1, `${await snapshot(database)}\n`);
    await database.close();
  }
}

/** For the controls: the application asks for FULL wherever it connects, and gets less. */
function weaken(synchronous: string): void {
  const { pragma } = SQLite.prototype;
  SQLite.prototype.pragma = function (this: SQLite.Database, source, options) {
    return pragma.call(this, source.replace("synchronous = FULL", `synchronous = ${synchronous}`), options);
  };
}

/** The number of changes so far tells apart moments at which everybody is in the same state. */
async function snapshot({ read }: Database): Promise<string> {
  const rows = await read.selectFrom("enrolment").select(["personId", "state", "ticket"]).orderBy("personId").execute();
  return JSON.stringify([await countRows(read, "enrolmentEvent"), ...rows.map((row) => Object.values(row))]);
}

async function countRows(read: Database["read"], table: "enrolmentEvent" | "outbox"): Promise<number> {
  const all = read.selectFrom(table).select(({ fn }) => fn.countAll<number>().as("rows"));
  return (await all.executeTakeFirstOrThrow()).rows;
}

async function simulate(base: string, states: number, synchronous?: "NORMAL" | "OFF"): Promise<Found> {
  const file = `${base}.${synchronous ?? "as-is"}`;
  const before = readFileSync(base);
  writeFileSync(file, before);
  const env = { ...process.env, POWER_LOSS_SYNCHRONOUS: synchronous ?? "" };
  const steps = traceDisk([process.execPath, import.meta.filename, "write", file], file, env);
  const told = steps.flatMap((step) => (step.kind === "tell" ? step.text : []));
  if (new Set(told).size !== lives * changesEach + 1) throw new Error("The writer did not change something each time.");
  const random = pseudoRandom(2026);
  const cuts = Array.from({ length: states }, () => Math.floor(random() * (steps.length + 1))).sort((a, b) => a - b);
  const disk = new Disk({ [file]: before });
  const found: Found = { whole: 0, lost: 0, damaged: 0, halfDone: 0 };
  let [done, acknowledged] = [0, 0];
  const advance = (next: Step[]) => {
    for (const step of next) disk.take(step);
    acknowledged += next.filter(({ kind }) => kind === "tell").length;
    done += next.length;
  };
  for (const cut of cuts) {
    advance(steps.slice(done, cut));
    found[await judge(file, disk.cutPower(random), told, acknowledged)] += 1;
  }
  return found;
}

/** Mulberry32: each run cuts the same way. */
function pseudoRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
