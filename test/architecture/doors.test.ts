import { existsSync } from "node:fs";
import { join } from "node:path";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { expect, test } from "vitest";
import routes from "#app/routes.ts";
import { access, takes } from "#app/web/door.ts";
import { readSources, root } from "./sources.ts";

type Door = { (...args: never[]): unknown; [access]?: unknown; [takes]?: unknown };
type RouteModule = { default?: unknown; loader?: Door; action?: Door };

const filesOf = (entries: RouteConfigEntry[]): string[] =>
  entries.flatMap(({ file, children }) => [file, ...filesOf(children ?? [])]);
const files = ["root.tsx", ...new Set(filesOf(await routes))];

/** What is wrong with a route's doors. Loaders run in parallel, so a layout's guard protects nothing below it. */
function faultsOf(module: RouteModule): string[] {
  const unguarded = (["loader", "action"] as const).filter(
    (door) => module[door] && module[door][access] === undefined,
  );
  return [
    ...(module.default && !module.loader ? ["a page without a loader"] : []),
    ...unguarded.map((door) => `an unguarded ${door}`),
    ...(module.action && module.action[takes] === undefined ? ["an action without a form"] : []),
  ];
}

test.each(files)("%s says who may use it", async (file) => {
  const path = join(root, "app", file);
  expect(existsSync(path), "the file is missing").toBe(true);
  expect(faultsOf(await import(/* @vite-ignore */ path))).toEqual([]);
});

test("every route on disk stands in the site map", () => {
  const onDisk = [...readSources(["app"], /\.route\.tsx?$/).keys()].map((path) => path.replace("app/", ""));
  expect(onDisk.filter((file) => !files.includes(file))).toEqual([]);
});

test("an unguarded door is seen", () => {
  const guarded = Object.assign(() => {}, { [access]: "public", [takes]: {} });
  const bare = () => {};
  expect(faultsOf({ default: bare, loader: guarded, action: guarded })).toEqual([]);
  expect(faultsOf({ default: bare, loader: bare })).toEqual(["an unguarded loader"]);
  expect(faultsOf({ action: bare })).toEqual(["an unguarded action", "an action without a form"]);
  expect(faultsOf({ default: bare })).toEqual(["a page without a loader"]);
});
