import { describe, expect, test } from "vitest";
import { faces, folderOf, layers, process, rooms } from "./house.ts";
import { breachesOf, findCycle, importsOf } from "./import-graph.ts";
import { importRules } from "./import-rules.ts";
import { readSources } from "./sources.ts";

const sources = readSources(["app", "db"], /\.tsx?$/);
const imports = importsOf(sources);

/** The same sources with one more file. */
const plant = (file: string, text: string) => importsOf(new Map([...sources, [file, text]]));

describe.each(importRules)("$name", (rule) => {
  test("holds", () => {
    expect(breachesOf(rule, imports).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  test("is seen to fail", () => {
    const { file, imports: text } = rule.breach;
    expect(breachesOf(rule, plant(file, `${text}\n`)).map(({ from }) => from)).toContain(file);
  });
});

test("no file imports itself by way of others", () => {
  expect(findCycle(imports).join(" → ")).toBe("");
});

test("a cycle is seen", () => {
  const circle = new Map([
    ["app/time/a.ts", `import { b } from "./b.ts";\n`],
    ["app/time/b.ts", `import {\n  a,\n} from "#app/time/a.ts";\n`],
  ]);
  expect(findCycle(importsOf(circle))).toHaveLength(3);
});

test.each([
  [`import "./a.css";`, { to: "app/x/a.css", isType: false }],
  [`import React, { type FC } from "react";`, { to: "react", isType: false }],
  [`import type { Settings } from "#app/settings/settings.ts";`, { to: "app/settings/settings.ts", isType: true }],
  [`import { type A, type B } from "@remix-run/node";`, { to: "@remix-run/node", isType: true }],
  [`export { a } from "../y/a.ts";`, { to: "app/y/a.ts", isType: false }],
  [
    `import texts from "#locales/es/common.json" with { type: "json" };`,
    { to: "locales/es/common.json", isType: false },
  ],
  [`const { a } = await import("./a.ts");`, { to: "app/x/a.ts", isType: false }],
])("%s is understood", (text, expected) => {
  expect(importsOf(new Map([["app/x/file.ts", text]]))).toEqual([{ from: "app/x/file.ts", ...expected }]);
});

test("every import of ours is found on disk", () => {
  const files = readSources(["app", "db", "locales"], /./);
  const missing = imports.filter(({ to }) => /^(app|db|locales)\//.test(to) && !files.has(to));
  expect(missing).toEqual([]);
});

test("every folder of ours has its place in the house", () => {
  const known: string[] = [...layers, ...rooms, ...faces, process];
  const folders = new Set([...sources.keys()].map(folderOf).filter(Boolean));
  expect([...folders].filter((folder) => !known.includes(folder))).toEqual([]);
});
