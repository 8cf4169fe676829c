import { expect, test } from "vitest";
import { subjects } from "#app/audit/actions.ts";
import { readSources, type Sources } from "./sources.ts";

const writes = /from "#app\/audit\/commands\.ts"/;

/**
 * Actions of the list that no file names which writes to the audit. The compiler sees to those that are written and not
 * listed.
 */
const unwritten = (actions: string[], sources: Sources) => {
  const writers = [...sources.values()].filter((text) => writes.test(text));
  return actions.filter((action) => !writers.some((text) => text.includes(`"${action}"`)));
};

const sources = readSources(["app"], /\.tsx?$/);

test("somebody writes every action that the audit lists", () => {
  expect(unwritten(Object.keys(subjects), sources)).toEqual([]);
});

test("what is wrong is seen", () => {
  const writer = `import { audit } from "#app/audit/commands.ts";\naudit(trx, at, { action: "workshop.planned" });`;
  const planted: Sources = new Map([
    ["app/workshops/commands.ts", writer],
    ["app/outbox/events.ts", `export const events = { "workshop.cancelled": {} };`],
  ]);
  expect(unwritten(["workshop.planned", "workshop.cancelled"], planted)).toEqual(["workshop.cancelled"]);
});
