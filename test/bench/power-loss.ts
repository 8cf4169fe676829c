// `node test/bench/power-loss.ts [states]`: what power cuts would leave of acknowledged changes. SQLite, Linux, strace.
import { copyFileSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { sql } from "kysely";
import { sealAudit } from "#app/audit/commands.ts";
import { findChainFault } from "#app/audit/queries.ts";
import { mulberry32 } from "#app/demo/rows/random.ts";
import { enrol, withdraw } from "#app/enrolment/commands.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { newId } from "#db/new-id.ts";
import { scratchFolder } from "#test/support/scratch.ts";
import { addWorkshop } from "#test/support/world.ts";
import { Disk, traceDisk } from "./traced-disk.ts";

type Verdict = "whole" | "lost" | "damaged" | "halfDone";
type Found = Record<Verdict, number>;

const at = "2026-11-01T12:00:00.000Z" as const;
const people = 6;
/** Enough for the write-ahead log to be merged, to start over, and to be removed and made anew. */
const [lives, changesEach] = [3, 120];
const endings = ["", "-wal", "-shm", "-journal"];

const [word = "300", writersFile] = process.argv.slice(2);
if (writersFile) await write(writersFile, process.env.POWER_LOSS_SYNCHRONOUS);
else await main(Number(word));

async function main(states: number): Promise<void> {
  const folder = scratchFolder("power-loss");
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
  const base = join(folder, "base.sqlite");
  await prepare(base);
  const run = async (name: string, synchronous?: string) => {
    const found = await simulate(base, states, synchronous);
    console.log(`${name}: ${describe(found)}`);
    return found;
  };
  const asIs = await run("as it is");
  const normal = await run("control, synchronous = NORMAL", "NORMAL");
  const off = await run("control, synchronous = OFF", "OFF");
  if (normal.lost === 0 || off.damaged + off.halfDone === 0)
    console.log("The controls came through: this proves nothing.");
  else if (asIs.whole === states) return;
  process.exitCode = 1;
}

function describe({ lost, damaged, halfDone, whole }: Found): string {
  const states = lost + damaged + halfDone + whole;
  return `${states} states: ${lost} lost acknowledged changes, ${damaged} damaged, ${halfDone} half done`;
}

async function prepare(file: string): Promise<void> {
  const database = openDatabase(file);
  await migrateToLatest(database);
  await addWorkshop(database, { code: "MJ-1", capacity: people / 2 });
  const person = {
    familyName: "山田",
    givenName: "花子",
    country: "JP",
    locale: "ja",
    zone: "Asia/Tokyo",
    createdAt: at,
  } as const;
  const persons = Array.from({ length: people }, () => ({ id: newId<"person">(), ...person }));
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
        const left = await withdraw(trx, request, request);
        return left.status === "withdrawn" ? left : enrol(trx, request, request);
      });
      await sealAudit(database);
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

async function simulate(base: string, states: number, synchronous = ""): Promise<Found> {
  const file = `${base}.${synchronous}`;
  copyFileSync(base, file);
  const disk = new Disk({ [file]: readFileSync(file) });
  const command = [process.execPath, import.meta.filename, "write", file];
  const steps = traceDisk(command, file, { ...process.env, POWER_LOSS_SYNCHRONOUS: synchronous });
  const told = steps.flatMap((step) => (step.kind === "tell" ? step.text : []));
  if (new Set(told).size !== lives * changesEach + 1) throw new Error("Some turns of the writer changed nothing.");
  const random = mulberry32(2026);
  const cuts = Array.from({ length: states }, () => Math.floor(random() * steps.length)).sort((a, b) => a - b);
  const found: Found = { whole: 0, lost: 0, damaged: 0, halfDone: 0 };
  let acknowledged = 0;
  for (const [index, step] of steps.entries()) {
    for (; cuts[0] === index; cuts.shift())
      found[
        await judge(disk.cutPower(random), `${base}.cut`, file, told, acknowledged).catch(() => "damaged" as const)
      ] += 1;
    disk.take(step);
    if (step.kind === "tell") acknowledged += 1;
  }
  if (!disk.read(file).equals(readFileSync(file))) throw new Error("The trace lacks some of the writes.");
  return found;
}

/** Starts the application's database on what a power cut left, and compares it with what had been acknowledged. */
async function judge(
  left: Map<string, Buffer>,
  image: string,
  file: string,
  told: string[],
  acknowledged: number,
): Promise<Verdict> {
  for (const ending of endings) rmSync(image + ending, { force: true });
  for (const [path, content] of left) writeFileSync(path.replace(file, image), content);
  const database = openDatabase(image);
  return verdict(database, told, acknowledged).finally(() => database.close());
}

async function verdict(database: Database, told: string[], acknowledged: number): Promise<Verdict> {
  const { rows } = await sql<{ integrityCheck: string }>`pragma integrity_check`.execute(database.read);
  if (rows[0]?.integrityCheck !== "ok") return "damaged";
  const state = await snapshot(database);
  if (!(await isWhole(database)) || !told.includes(state)) return "halfDone";
  // the change under way may be there already, although nobody was told
  return told.lastIndexOf(state) >= acknowledged - 1 ? "whole" : "lost";
}

async function isWhole({ read }: Database): Promise<boolean> {
  const enrolments = await read.selectFrom("enrolment").select("state").execute();
  const { seatsTaken, reserveCount } = await read
    .selectFrom("workshop")
    .select(["seatsTaken", "reserveCount"])
    .executeTakeFirstOrThrow();
  const inState = (state: string) => enrolments.filter((row) => row.state === state).length;
  if (seatsTaken !== inState("confirmed") || reserveCount !== inState("reserve")) return false;
  return (
    (await countRows(read, "outbox")) === (await countRows(read, "enrolmentEvent")) &&
    (await findChainFault(read)) === null
  );
}
