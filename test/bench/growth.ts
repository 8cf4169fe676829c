import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { SizeName } from "#app/demo/large/sizes.ts";
import { keepFigures } from "#app/statistics/stored.jobs.ts";
import { openDatabase } from "#db/database.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { type Child, startServer } from "./child.ts";
import { median, visitSite } from "./measure.ts";
import { type GrowingPage, growingPages, type Middle } from "./pages.ts";
import { type PostgresSide, spentBetween, startPostgresSide } from "./postgres-side.ts";
import type { Held, Ports, Spent, Stalled } from "./server.ts";
import { align, decimals } from "./table.ts";
import { buildWorld, signInAgain, type World } from "./world.ts";

/** In which database the rows lie. */
export type Kind = "sqlite" | "postgres";
type Side = { server: Child; ports: Ports; world: World & { middle: Middle }; postgres?: PostgresSide };
/** `databaseMs`: what a PostgreSQL spends beside. */
type Cost = { cpuMs: number; stallMs: number; databaseMs: number };

/** What a page may cost at the larger size, beside the everyday size; and how long one call may keep the thread. */
const mostRatio = 1.5;
const mostStallMs = 50;

/** Each page is measured so often, or so long, whichever comes first. */
const rounds = 15;
const blockMs = 1_500;

/** Every page that reads what grows with the years, at the everyday size and at a larger one: a line each. */
export async function compareSizes(larger: SizeName, folder: string, words: string[], kind: Kind): Promise<string> {
  const open = kind === "postgres" ? openPostgresSide : openSide;
  const sides = [await open("everyday", folder), await open(larger, folder)] as const;
  const rows: string[][] = [];
  for (const page of growingPages.filter(
    ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
  )) {
    const row = rowOf(page, await costOf(page, sides[0]), await costOf(page, sides[1]));
    console.log(row.join("  "));
    rows.push(row);
  }
  for (const { server } of sides) await server.stop();
  const head = ["page", "everyday ms", `${larger} ms`, "ratio", "stall ms", "their PostgreSQL ms", ""];
  return `${align([head, ...rows])}\n\n${legend}`;
}

const legend =
  `CPU of all threads of the server's process, the median of up to ${rounds} requests, and of PostgreSQL beside, ` +
  `the mean of as many: the ratio is of both together. ` +
  `stall: the longest time for which the larger size kept the server's thread. ` +
  `!: a ratio over ${mostRatio}, or a stall over ${mostStallMs} ms.`;

function rowOf({ name }: GrowingPage, small: Cost, large: Cost): string[] {
  // beneath a millisecond the clock decides
  const ratio = (large.cpuMs + large.databaseMs) / Math.max(small.cpuMs + small.databaseMs, 1);
  const isWrong = ratio > mostRatio || large.stallMs > mostStallMs;
  return [
    name,
    decimals(small.cpuMs, 2) ?? "",
    decimals(large.cpuMs, 2) ?? "",
    decimals(ratio, 2) ?? "",
    decimals(large.stallMs, 0) ?? "",
    large.databaseMs ? `${decimals(small.databaseMs, 2)} ${decimals(large.databaseMs, 2)}` : "",
    isWrong ? "!" : "",
  ];
}

/** Who read pages at once, in the mix, and how long each looks at one: sixty or seventy pages a second together. */
const visitors = 4;
const lookMs = 50;
const changeEveryMs = 1_000;
const memoryEveryMs = 60_000;

/**
 * Every page of a size in turn, several at once, with a change every second.
 * @returns for how long the thread stood, and its memory
 */
export async function mixPages(size: SizeName, folder: string, minutes: number): Promise<string> {
  const { server, ports, world } = await openSide(size, folder);
  const until = performance.now() + minutes * 60_000;
  let visited = 0;
  const visit = async (first: number) => {
    for (let index = first; performance.now() < until; index += 1, visited += 1) {
      await visitSite(ports.site, (growingPages[index % growingPages.length] as GrowingPage).ask(world));
      await wait(lookMs);
    }
  };
  const change = async () => {
    for (; performance.now() < until; await wait(changeEveryMs)) await server.obey({ order: "change" });
  };
  const memoryMb: number[] = [];
  const weigh = async () => {
    for (; performance.now() < until; await wait(memoryEveryMs)) {
      memoryMb.push(Math.round((await server.obey<Held>({ order: "memory" })).memoryMb));
    }
  };
  // what is read for the first time is not what an hour is made of
  for (const { ask } of growingPages) await visitSite(ports.site, ask(world));
  await server.obey<Stalled>({ order: "stall" });
  await Promise.all([change(), weigh(), ...Array.from({ length: visitors }, (_, index) => visit(index * 11))]);
  const { stallMs, p999Ms } = await server.obey<Stalled>({ order: "stall" });
  await server.stop();
  const stood = `p99.9 ${p999Ms.toFixed(1)} ms, longest ${stallMs.toFixed(1)} ms`;
  const held = `Memory of the server's process, each minute, MB: ${memoryMb.join(" ")}`;
  return `${visited} pages (${size}) in ${minutes} min: ${stood}.\n${held}`;
}

/** A database is made once in its folder, and used again from then on. */
async function openSide(size: SizeName, folder: string): Promise<Side> {
  const own = join(folder, size);
  const [file, kept] = [join(own, "puente.sqlite"), join(own, "world.json")];
  if (!existsSync(kept)) {
    mkdirSync(own, { recursive: true });
    console.log(`Seeding (${size})…`);
    writeFileSync(kept, JSON.stringify(await buildWorld(file, "http://127.0.0.1", 10, size)));
  }
  const middle = await bringUpToDate(file);
  const world = await signInAgain(file, JSON.parse(readFileSync(kept, "utf8")) as World);
  const server = startServer(own);
  return { server, world: { ...world, middle }, ports: await server.obey<Ports>({ order: "begin", world }) };
}

/** A PostgreSQL is filled anew each time. */
async function openPostgresSide(size: SizeName, folder: string): Promise<Side> {
  const postgres = await startPostgresSide();
  console.log(`Seeding (${size}, PostgreSQL)…`);
  const world = await buildWorld(postgres.url, "http://127.0.0.1", 10, size);
  const middle = await bringUpToDate(postgres.url);
  const server = startServer(join(folder, size), postgres.url);
  return { server, world: { ...world, middle }, ports: await server.obey<Ports>({ order: "begin", world }), postgres };
}

/** A kept database may be of an earlier day. What the worker keeps is kept here: none runs beside a measurement. */
async function bringUpToDate(file: string): Promise<Middle> {
  const database = openDatabase(file, "jobs");
  await migrateToLatest(database);
  await keepFigures(database);
  const { people } = await database.read
    .selectFrom("person")
    .select(({ fn }) => fn.countAll<number>().as("people"))
    .executeTakeFirstOrThrow();
  const middle = await database.read
    .selectFrom("person")
    .innerJoin("account", "account.personId", "person.id")
    .innerJoin("enrolment", "enrolment.personId", "person.id")
    .select(["account.id as accountId", "enrolment.id as enrolmentId"])
    .where("person.sortName", ">=", ({ selectFrom }) =>
      selectFrom("person as half")
        .select("half.sortName")
        .orderBy("half.sortName")
        .orderBy("half.id")
        .limit(1)
        .offset(Math.floor(people / 2)),
    )
    .orderBy("person.sortName")
    .limit(1)
    .executeTakeFirstOrThrow();
  await database.close();
  return middle;
}

async function costOf({ ask, isAfterChange }: GrowingPage, { server, ports, world, postgres }: Side): Promise<Cost> {
  const once = async () => {
    if (isAfterChange) await server.obey({ order: "change" });
    const { cpuMs: from } = await server.obey<Spent>({ order: "cpu" });
    await visitSite(ports.site, ask(world));
    return (await server.obey<Spent>({ order: "cpu" })).cpuMs - from;
  };
  await once();
  await once();
  await server.obey<Stalled>({ order: "stall" });
  const costs: number[] = [];
  const from = await postgres?.spent();
  const until = performance.now() + blockMs;
  do costs.push(await once());
  while (costs.length < rounds && performance.now() < until);
  const databaseMs = postgres && from ? spentBetween(from, await postgres.spent()) / costs.length : 0;
  const { stallMs } = await server.obey<Stalled>({ order: "stall" });
  return { cpuMs: median(costs), stallMs, databaseMs };
}
