// `node test/bench/beside-import.ts`: what visitors notice of a list of people that is imported meanwhile.
// `--people 2000 --seconds 20`: how many are imported, and how long is measured without and beside it, at most.
// Everything runs on this machine, and ends with the script. The ratios are what counts: both halves are of one run.
// Waits tell of whatever else the machine does; what an answer costs the server tells of the import alone.
import { readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { seedLarge } from "#app/demo/large/large.ts";
import { receivedImport, receiveImport, storeChunk, workOn } from "#app/imports/commands.ts";
import { rebuildFigures } from "#app/statistics/stored.jobs.ts";
import { now } from "#app/time/instant.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { addAccount } from "#test/support/accounts.ts";
import { scratchFolder } from "#test/support/scratch.ts";
import { startSite } from "./running-site.ts";
import { type Answer, describe, send, shareOf } from "./waiting.ts";

/** 2,000 people and 100 workshops. */
const scale = 0.1;
/** Somebody asks so often, whether the last has been answered or not. */
const everyMs = 20;
const catalogues = ["/es/workshops", "/ja/workshops", "/en/workshops"];

process.chdir(resolve(import.meta.dirname, "../.."));
const { values } = parseArgs({
  options: { people: { type: "string", default: "2000" }, seconds: { type: "string", default: "20" } },
});
const [people, mostMs] = [Number(values.people), Number(values.seconds) * 1_000];
const folder = scratchFolder("beside-import");
process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

await build();
const file = join(folder, "import.sqlite");
const database = openDatabase(file);
await migrateToLatest(database);
await seedLarge(database, { at: now(), scale });
await rebuildFigures(database);
const site = await startSite(join(folder, "site"), { DATABASE_URL: file, DEMO: "on" }, { withWorker: true });
await visitUntil(wait(3_000));

const before = await costUntil(wait(mostMs / 2));
const importing = new AbortController();
const begun = performance.now();
const imported = importPeople(database, importing.signal);
const beside = await costUntil(Promise.race([imported, wait(mostMs)]));
const rows = await countImported(database);
const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
importing.abort();
await imported.catch(() => {});
await wait(1_000);
// half of it before and half behind, so that what else this machine does counts on both sides
const after = await costUntil(wait(mostMs / 2));
const alone = { answers: [...before.answers, ...after.answers], cpuMs: before.cpuMs + after.cpuMs };

const costOf = ({ answers, cpuMs }: typeof alone) => cpuMs / answers.length;
const told = (one: typeof alone) => `${describe(one.answers)}; ${costOf(one).toFixed(2)} ms of the server each`;
console.log(`catalogue alone: ${told(alone)}`);
console.log(`catalogue beside an import, ${rows} of ${people} people in ${seconds} s: ${told(beside)}`);
const p99Ratio = shareOf(beside.answers, 0.99) / shareOf(alone.answers, 0.99);
const costRatio = costOf(beside) / costOf(alone);
console.log(`beside the import: p99 ${p99Ratio.toFixed(2)} times, cost ${costRatio.toFixed(2)} times that alone`);
await site.stop();
await database.close();
process.exit();

async function build(): Promise<void> {
  // it runs before anything is installed, so it is plain JavaScript, without types
  const path: string = "../../app/operations/build.mjs";
  const { buildIfStale } = (await import(path)) as { buildIfStale(): Promise<boolean> };
  if (!(await buildIfStale())) process.exit(1);
}

/** Milliseconds of processor that the server has used so far. Linux counts them in hundredths of a second. */
function serverCpuMs(): number {
  const times = readFileSync(`/proc/${site.pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(times[11]) + Number(times[12])) * 10;
}

/** The same, and what they cost the server. */
async function costUntil(over: Promise<unknown>): Promise<{ answers: Answer[]; cpuMs: number }> {
  const from = serverCpuMs();
  const answers = await visitUntil(over);
  return { answers, cpuMs: serverCpuMs() - from };
}

/** Visitors who come at their own pace, until `over` has come to its end. */
async function visitUntil(over: Promise<unknown>): Promise<Answer[]> {
  const asked: Promise<Answer>[] = [];
  let isOver = false;
  const ending = over.then(() => {
    isOver = true;
  });
  while (!isOver) {
    asked.push(send({ port: site.port, path: catalogues[asked.length % catalogues.length] as string }));
    await wait(everyMs);
  }
  await ending;
  return Promise.all(asked);
}

/** Sends a list, as its form would, and presses the button once it is checked. */
async function importPeople(database: Database, signal: AbortSignal): Promise<void> {
  const { id: programmeId } = await database.read.selectFrom("programme").select("id").executeTakeFirstOrThrow();
  const { accountId } = await addAccount(database, { grants: [{ role: "coordinator", programmeId }] });
  const lines = Array.from({ length: people }, (_, n) => `Apellido${n},Nombre${n},n${n}@example.org,MX,Analista`);
  const bytes = Buffer.from(`Primer apellido,Nombre(s),Correo electrónico,País,Cargo\n${lines.join("\n")}\n`);
  const list = { programmeId, workshopId: null, fileName: "lista.csv" };
  const id = await database.transact((trx) => receiveImport(trx, list, { accountId, at: now() }));
  const own = { id, accountId, fileName: list.fileName };
  await database.transact(async (trx) => {
    await storeChunk(trx, { importId: id, number: 0, bytes });
    await receivedImport(trx, { ...own, at: now(), fileHash: "", formKey: null });
  });
  const becomes = async (wanted: string) => {
    for (;;) {
      const { state } = await database.read
        .selectFrom("peopleImport")
        .select("state")
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      if (state === wanted || signal.aborted) return;
      if (state === "refused") throw new Error("the list was refused");
      await wait(50);
    }
  };
  await becomes("checked");
  await database.transact((trx) => workOn(trx, { ...own, at: now(), kind: "peopleApply", state: "applying" }));
  await becomes("applied");
}

async function countImported({ read }: Database): Promise<number> {
  const rows = await read.selectFrom("peopleImportRow").select("number").where("isAdded", "=", true).execute();
  return rows.length;
}
