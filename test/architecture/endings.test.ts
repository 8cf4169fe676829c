import { describe, expect, test } from "vitest";
import { readSources } from "./sources.ts";
import { readSchema } from "./tables.ts";

const sources = readSources(["app/operations", "db"], /\.(ts|md)$/);
const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Every table that there is, as the database calls it. */
const tables = (schema: string) => [...readSchema(schema).keys()].map(snakeCase).sort();

/** A row of the two lists: its tables, and the command that ends them; null where a reason stands instead. */
type Ending = { tables: string[]; by: string | null };

function endingsIn(readme: string): Ending[] {
  const [, section = ""] = readme.split("## What ends rows");
  return [...section.matchAll(/^\| (`.+?`) \| .+? \|(?: `(\w+)` \|)?$/gm)].map(([, named = "", by]) => ({
    tables: [...named.matchAll(/`(\w+)`/g)].map(([, table = ""]) => table),
    by: by ?? null,
  }));
}

/** The commands that the worker runs now and then: it clears, and it seals the audit. */
const clearing = (tidying: string) =>
  [...new Set(tidying.match(/\b(?:clear[A-Z](?!ll\b)|seal[A-Z](?!very))\w+/g))].sort();

const schema = sources.get("db/schema.ts") ?? "";
const readme = sources.get("db/README.md") ?? "";
const rounds = readSources(["app"], /^app\/reactions\.ts$/);
const tidying = [
  ...["tidying", "worker"].map((name) => sources.get(`app/operations/${name}.ts`)),
  rounds.get("app/reactions.ts"),
].join("\n");

const listed = (text: string) =>
  endingsIn(text)
    .flatMap(({ tables }) => tables)
    .sort();
const commandsOf = (text: string) =>
  endingsIn(text)
    .flatMap(({ by }) => by ?? [])
    .sort();

describe("a table has an end or a reason (`db/README.md`)", () => {
  test("each stands there once, and no other", () => {
    expect(listed(readme)).toEqual(tables(schema));
  });

  test("what ends by itself is ended by the worker, and the worker ends nothing else", () => {
    expect(commandsOf(readme)).toEqual(clearing(tidying));
  });

  test("a table without either is seen, and one that is gone", () => {
    const grown = tables(`${schema}\nexport interface VisitNoteTable {\n  id: string;\n}\n`);
    expect(grown).toContain("visit_note");
    expect(listed(readme)).not.toEqual(grown);
    const shrunk = readme.replace("| `rate_limit` |", "| `rate_limit`, `gone` |");
    expect(listed(shrunk)).not.toEqual(tables(schema));
  });

  test("an end that nobody brings about is seen, and one that nobody knows of", () => {
    expect(clearing(tidying.replaceAll("clearDoneJobs", ""))).not.toEqual(commandsOf(readme));
    expect(clearing(tidying)).toContain("clearEndedLinks");
    expect(commandsOf(readme.replace(/^\| `outbox`.*$/m, ""))).not.toEqual(clearing(tidying));
  });
});
