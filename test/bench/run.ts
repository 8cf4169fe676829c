// `npm run bench`: what pages and commands cost with the everyday size of data. Further words choose cases by name.
// `npm run bench -- --size huge`: what pages cost at that size beside it. `--in <folder>` keeps the databases there.
// `npm run bench -- --size fivefold --on postgres`: the same in PostgreSQL, and what that spends.
// `npm run bench -- --size huge --mix 60`: for how long an hour of all these pages kept the server's thread.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type SizeName, sizes } from "#app/demo/large/sizes.ts";
import { assetsOf } from "./assets.ts";
import { type CaseName, cases } from "./cases.ts";
import { type Child, startServer } from "./child.ts";
import { compareSizes, mixPages } from "./growth.ts";
import { type Measured, measure, roundsNeeded, warm } from "./measure.ts";
import { rush } from "./rush.ts";
import type { Ports } from "./server.ts";
import { assetTable, costTable, legend, rushLine } from "./table.ts";
import { buildWorld, type World } from "./world.ts";

const root = resolve(import.meta.dirname, "../..");
// locales, templates and the built site are read from there
process.chdir(root);

const folder = mkdtempSync(join(tmpdir(), "puente-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

const { values, positionals: words } = parseArgs({
  options: {
    size: { type: "string" },
    in: { type: "string", default: folder },
    mix: { type: "string" },
    on: { type: "string" },
  },
  allowPositionals: true,
});
await build();
if (values.size === undefined) await benchCases();
else if (!isSize(values.size)) console.error(`--size must be one of ${Object.keys(sizes).join(", ")}.`);
else if (values.mix) console.log(await mixPages(values.size, resolve(values.in), Number(values.mix)));
else
  console.log(
    await compareSizes(values.size, resolve(values.in), words, values.on === "postgres" ? "postgres" : "sqlite"),
  );
process.exit();

function isSize(name: string): name is SizeName {
  return Object.hasOwn(sizes, name);
}

async function benchCases(): Promise<void> {
  console.log("Seeding…");
  const world = await buildWorld(join(folder, "puente.sqlite"), "http://127.0.0.1", roundsNeeded);
  const server = startServer(folder);
  await run(server, world);
  await server.stop();
}

async function build(): Promise<void> {
  // it runs before anything is installed, so it is plain JavaScript, without types
  const path: string = "../../app/operations/build.mjs";
  const { buildIfStale } = (await import(path)) as { buildIfStale(): Promise<boolean> };
  if (!(await buildIfStale())) process.exit(1);
}

async function run(server: Child, world: World): Promise<void> {
  const ports = await server.obey<Ports>({ order: "begin", world });
  const bench = { server, ports, world };
  console.log("Measuring…\n");
  await warm(bench);
  const measured: Measured[] = [];
  for (const name of chosen()) measured.push(await measure(name, bench));
  console.log(`${costTable(measured)}\n\n${legend}\n`);
  const made = measured.find(({ name }) => name === "making a certificate");
  if (made) console.log(`certificates: ${(1000 / made.aloneMs).toFixed(0)} a second on one core`);
  if (chosen().includes("enrolment")) console.log(rushLine(await rush(server, ports, world)));
  const pages = [];
  for (const path of publicPages(world)) pages.push(await assetsOf(ports.site, path));
  console.log(assetTable(pages));
}

function chosen(): CaseName[] {
  const names = Object.keys(cases) as CaseName[];
  return words.length > 0 ? names.filter((name) => words.some((word) => name.includes(word))) : names;
}

function publicPages({ open, certificateNumbers }: World): string[] {
  return [
    "",
    "/workshops",
    `/workshops/${open[0]?.code}`,
    "/verify",
    `/verify/${certificateNumbers[0]}`,
    "/sign-in",
  ].map((path) => `/es${path}`);
}
