import { expect, test } from "vitest";
import { unusedExports } from "./exports.ts";
import { readSources } from "./sources.ts";

test("a file hands out nothing that no other file uses", () => {
  expect(unusedExports(readSources(["app", "db", "test"], /\.(tsx?|mjs)$/))).toEqual([]);
});

test("would find what only its own file uses", () => {
  const sources = new Map([
    ["app/people/names.ts", "export const shown = 1;\nexport type Kept = typeof shown;\nexport const asked = 2;"],
    ["app/people/person.route.tsx", "export const loader = shown;"],
    ["test/unit/people/names.test.ts", "asked"],
  ]);
  expect(unusedExports(sources)).toEqual(["app/people/names.ts Kept"]);
});
