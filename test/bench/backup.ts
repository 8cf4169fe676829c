// `node test/bench/backup.ts`: a copy made while people enrol ten times a second, and the check of what it restores.
// `--size huge --in <folder>`: of what size, and where the database of `npm run bench -- --size` is kept.
// Everything runs on this machine, and ends with the script.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { seedSize, sizes } from "#app/demo/large/sizes.ts";
import { enrol, withdraw } from "#app/enrolment/commands.ts";
import { now } from "#app/time/instant.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { addAccount } from "#test/support/accounts.ts";
import { addWorkshop } from "#test/support/world.ts";

const everyMs = 100;
const aloneMs = 5_000;

// on a disk: what a copy costs those who write is what the disk takes
const scratch = mkdtempSync(join(tmpdir(), "puente-bench-"));
const { values } = parseArgs({
  options: { size: { type: "string", default: "fivefold" }, in: { type: "string", default: scratch } },
});
const size = Object.keys(sizes).find((name) => name === values.size) as keyof typeof sizes | undefined;
if (!size) throw new Error(`--size must be one of ${Object.keys(sizes).join(", ")}.`);
process.once("exit", () => rmSync(scratch, { recursive: true, force: true }));

const folder = join(resolve(values.in), size);
const database = await filled(join(folder, "puente.sqlite"));
const copy = join(scratch, "copy.sqlite");
const seat = await newSeat(database);
console.log(`writes alone: ${describe(await writeUntil(wait(aloneMs)))}`);
const backup = operate("backup.ts", copy, { DATA_DIR: folder, DEMO: "on" });
const beside = await writeUntil(backup.ended);
console.log(`backup (${size}, ${megabytes(statSync(copy).size)}): ${backup.said()}`);
console.log(`writes beside it: ${describe(beside)}`);
await database.close();
const restored = join(scratch, "restored");
mkdirSync(restored);
const restoring = operate("restore.ts", copy, { DATA_DIR: restored, DEMO: "on" });
await restoring.ended;
console.log(`restore: ${restoring.said()}`);
process.exit();

async function filled(file: string): Promise<Database> {
  const isNew = !existsSync(file);
  mkdirSync(folder, { recursive: true });
  const opened = openDatabase(file);
  await migrateToLatest(opened);
  if (isNew) {
    console.log(`Seeding (${size})…`);
    await seedSize(opened, now(), size as keyof typeof sizes);
  }
  return opened;
}

async function newSeat(of: Database) {
  const { personId } = await addAccount(of);
  return { personId, workshopId: await addWorkshop(of, { code: `MJ-B${Date.now()}` }) };
}

/** Somebody enrols and withdraws in turn, ten times a second. @returns how long each took, in ms */
async function writeUntil(over: Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  let isOver = false;
  void over.then(() => {
    isOver = true;
  });
  for (let round = 0; !isOver; round++) {
    const from = performance.now();
    const by = { accountId: null, at: now() };
    await database.transact<unknown>((trx) => (round % 2 ? withdraw(trx, seat, by) : enrol(trx, seat, by)));
    took.push(performance.now() - from);
    await wait(Math.max(0, everyMs - (performance.now() - from)));
  }
  return took;
}

/** A command as operators give it, and how much memory it held at most. */
function operate(name: "backup.ts" | "restore.ts", file: string, env: Record<string, string>) {
  const from = performance.now();
  const child = spawn(process.execPath, [join("app/operations", name), file], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  let [seconds, heldKb] = [0, 0];
  const weighing = setInterval(() => {
    heldKb = Math.max(heldKb, mostHeldKb(child));
  }, 50);
  const ended = once(child, "exit").then(([code]) => {
    clearInterval(weighing);
    seconds = (performance.now() - from) / 1_000;
    if (code !== 0) throw new Error(`${name} ended with ${code}.`);
  });
  return { ended, said: () => `${seconds.toFixed(1)} s, held ${(heldKb / 1024).toFixed(0)} MB at most` };
}

/** As Linux keeps it of a process. */
function mostHeldKb({ pid }: ChildProcess): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function describe(took: number[]): string {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const [middle, late, slowest] = [at(0.5), at(0.99), at(1)].map((ms) => ms.toFixed(1));
  return `${took.length}, median ${middle} ms, p99 ${late} ms, slowest ${slowest} ms`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`;
}
