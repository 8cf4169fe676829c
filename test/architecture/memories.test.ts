import { describe, expect, test } from "vitest";
import { readSources } from "./sources.ts";

/** At the edge of a line: what outlives a call. Filled as the code runs, or assigned again. */
const remembers = /^(?:export )?(?:let |const \w+.* = new (?:Weak)?(?:Map|Set)(?:<.*>)?\(\);)/m;

const sources = readSources(["app", "db"], /(?<!\.client)\.tsx?$/);
const remembering = [...sources].filter(([, text]) => remembers.test(text)).map(([path]) => path.replace(/^app\//, ""));
const [house = ""] = readSources(["app/README.md"], /\.md$/).values();
const [, table = ""] = house.split("## What is remembered in memory");

describe("what is remembered in memory", () => {
  test.each(remembering)("%s stands in app/README.md: what, until when, how much", (path) => {
    expect(table).toContain(`\`${path}\``);
  });

  test("each file in the list is there", () => {
    const listed = [...table.matchAll(/\| `([\w./-]+)` \|/g)].map(([, path = ""]) => path);
    expect(listed.length).toBeGreaterThan(10);
    expect(listed.filter((path) => !sources.has(path) && !sources.has(`app/${path}`))).toEqual([]);
  });

  test("a memory is told from what never changes", () => {
    expect(remembers.test("const known = new WeakMap<Database, Notes>();")).toBe(true);
    expect(remembers.test("const known: Map<string, Known> = new Map();")).toBe(true);
    expect(remembers.test("let last = 0;")).toBe(true);
    expect(remembers.test("const variants = new Map(forms);")).toBe(false);
    expect(remembers.test("  const seen = new Set<string>();")).toBe(false);
  });
});
