import { existsSync } from "node:fs";
import { join } from "node:path";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { expect, test } from "vitest";
import routes from "#app/routes.ts";
import { type Accepts, accepts, posting, reading } from "#app/web/doors/accepts.ts";
import { access, takes } from "#app/web/doors/door.ts";
import { namedAgain } from "./permissions-once.ts";
import { readSources, root } from "./sources.ts";

type Door = { (...args: never[]): unknown; [access]?: unknown; [takes]?: unknown; [accepts]?: Accepts };
type RouteModule = { default?: unknown; loader?: Door; action?: Door };

const filesOf = (entries: RouteConfigEntry[]): string[] =>
  entries.flatMap(({ file, children }) => [file, ...filesOf(children ?? [])]);
const files = ["root.tsx", ...new Set(filesOf(await routes))];

/** Doors that answer for themselves; every other tells by a page what went wrong. */
const answersItself = /from "#app\/web\/doors\/(event|file|json|list)-door\.ts"/;

const isWithoutPage = ({ default: page }: RouteModule, source: string) => !page && !answersItself.test(source);

/** What is wrong with a route's doors. Loaders run in parallel, so a layout's guard protects nothing below it. */
function faultsOf(module: RouteModule): string[] {
  return [
    ...(module.default && !module.loader ? ["a page without a loader"] : []),
    ...(["loader", "action"] as const).flatMap((name) => (module[name] ? faultsOfDoor(name, module[name]) : [])),
  ];
}

function faultsOfDoor(name: "loader" | "action", door: Door): string[] {
  const { methods = [], types = [], mostBytes = 0, isBuffered = true } = door[accepts] ?? {};
  const isReading = methods.every((method) => method === "GET" || method === "HEAD");
  // what arrives as a stream is no form
  const needsForm = name === "action" && isBuffered;
  return [
    ...(door[access] === undefined ? [`an unguarded ${name}`] : []),
    ...(methods.length === 0 ? [`one that does not say what it accepts`] : []),
    ...(methods.length > 0 && isReading !== (name === "loader") ? [`the methods of another door`] : []),
    ...(!isReading && (types.length === 0 || mostBytes === 0) ? ["one that takes no body"] : []),
    ...(needsForm && door[takes] === undefined ? ["an action without a form"] : []),
  ];
}

test.each(files)("%s says who may use it", async (file) => {
  const path = join(root, "app", file);
  expect(existsSync(path), "the file is missing").toBe(true);
  expect(faultsOf(await import(/* @vite-ignore */ path))).toEqual([]);
});

test("whoever is refused somewhere gets a page", async () => {
  const sources = readSources(["app"], /\.route\.tsx?$/);
  const modules = await Promise.all(
    files.map(
      async (file): Promise<[string, RouteModule]> => [file, await import(/* @vite-ignore */ join(root, "app", file))],
    ),
  );
  const blank = modules.filter(([file, module]) => isWithoutPage(module, sources.get(`app/${file}`) ?? ""));
  expect(blank.map(([file]) => file)).toEqual([]);
  const planted = (door: string) => isWithoutPage({}, `import { guarded } from "#app/web/doors/${door}.ts";`);
  expect(["form-door", "file-door", "json-door", "list-door"].map(planted)).toEqual([true, false, false, false]);
});

test("every route on disk stands in the site map", () => {
  const onDisk = [...readSources(["app"], /\.route\.tsx?$/).keys()].map((path) => path.replace("app/", ""));
  expect(onDisk.filter((file) => !files.includes(file))).toEqual([]);
});

test("an unguarded door is seen", () => {
  const loader = Object.assign(() => {}, { [access]: "public", [accepts]: reading });
  const action = Object.assign(() => {}, { [access]: "public", [accepts]: posting, [takes]: {} });
  const page = () => {};
  const bare: Door = Object.assign(() => {}, {});
  const silent = "one that does not say what it accepts";
  expect(faultsOf({ default: page, loader, action })).toEqual([]);
  expect(faultsOf({ default: page, loader: bare })).toEqual(["an unguarded loader", silent]);
  expect(faultsOf({ action: bare })).toEqual(["an unguarded action", silent, "an action without a form"]);
  expect(faultsOf({ default: page })).toEqual(["a page without a loader"]);
});

test("a door that accepts what another does is seen", () => {
  const marked = (given: Accepts): Door => Object.assign(() => {}, { [access]: "public", [accepts]: given });
  expect(faultsOf({ loader: marked(posting) })).toEqual(["the methods of another door"]);
  expect(faultsOf({ action: marked(reading) })).toEqual(["the methods of another door", "an action without a form"]);
  expect(faultsOf({ action: marked({ ...posting, types: [] }) })).toEqual([
    "one that takes no body",
    "an action without a form",
  ]);
  expect(faultsOf({ action: marked({ ...posting, types: ["image/*"], isBuffered: false }) })).toEqual([]);
});

test("a door names its permission once", () => {
  expect(namedAgain(readSources(["app"], /\.route\.tsx?$/))).toEqual([]);
});

test("a door that names it again is seen, and one that names another's is not", () => {
  const planted = (text: string) => namedAgain(new Map([["app/desk/x.route.tsx", text]]));
  const loader = `export const loader = guardedLoader("desk.read", async (visit) => load(visit));`;
  const action = `export const action = guardedAction(\n  "desk.read",\n  form,\n  async (visit) => save(visit),\n);`;
  expect(planted(`${loader}\n${action}`)).toEqual([]);
  expect(planted(loader.replace("load(visit)", `mayHere(visit.actor, "participant.read")`))).toEqual([]);
  expect(planted(loader.replace("load(visit)", `reachOf(visit.actor, "desk.read")`))).toEqual([
    "app/desk/x.route.tsx: desk.read",
  ]);
  expect(planted(`${loader}\n${action}\nconst reach = reachOf(actor, "desk.read");`)).toHaveLength(1);
});
