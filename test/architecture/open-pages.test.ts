import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openPages } from "#app/open-pages.ts";
import { type Import, importsOf } from "./import-graph.ts";
import { readSources, root } from "./sources.ts";

const imports = importsOf(readSources(["app"], /\.tsx?$/)).filter(({ isType }) => !isType);

/** The components behind open pages, in order: whatever these pages import, and what that imports. */
function componentsOf(pages: readonly string[], all: Import[]): string[] {
  const next = Map.groupBy(all, ({ from }) => from);
  const seen = new Set(["app/root.tsx", ...pages.map((page) => `app/${page}`)]);
  for (const file of seen) for (const { to } of next.get(file) ?? []) seen.add(to);
  return [...seen].filter((file) => file.endsWith(".tsx")).toSorted();
}

const listed = [...readFileSync(join(root, "app/open-pages.css"), "utf8").matchAll(/@source "\.\/(.+)";/g)]
  .map(([, file]) => `app/${file}`)
  .toSorted();

test("the styles of open pages are made of all their components, and of no others", () => {
  expect(listed).toEqual(componentsOf(openPages, imports));
});

test("a component that only another component brings along is found", () => {
  const brought = [
    ["app/a.route.tsx", "app/b.ts"],
    ["app/b.ts", "app/c.tsx"],
    ["app/other.tsx", "app/d.tsx"],
  ].map(([from = "", to = ""]) => ({ from, to, isType: false }));
  expect(componentsOf(["a.route.tsx"], brought)).toEqual(["app/a.route.tsx", "app/c.tsx", "app/root.tsx"]);
});
