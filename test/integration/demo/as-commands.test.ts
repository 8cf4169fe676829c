import { expect, test } from "vitest";
import { seedDemo } from "#app/demo/demo.ts";
import { seedLarge } from "#app/demo/large.ts";
import { states } from "#app/workshops/rules.ts";
import type { Database } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { liveAgain } from "./live-again.ts";
import { naturalRows } from "./natural-rows.ts";

const appUrl = "http://localhost:3000";
const at = "2026-11-23T17:00:00.000Z";

const demo = (database: Database) => seedDemo(database, { at, appUrl });
/** Twelve workshops: the first ten are in every state but the last. */
const everyday = (database: Database) => seedLarge(database, { at, scale: 0.012 });

/** Lines that only one of two databases has. */
async function differences(seeded: Database, made: Database) {
  const [rows, others] = [await naturalRows(seeded), await naturalRows(made)];
  return { seeded: only(rows, others), made: only(others, rows) };
}

function only(rows: string[], others: string[]): string[] {
  const known = new Set(others);
  return rows.filter((row) => !known.has(row));
}

const same = { seeded: [], made: [] };

describeDatabases("what the seed has made at once", (open) => {
  test.each([
    ["the demo", demo],
    ["the everyday size", everyday],
  ])("is what the commands leave, one deed after another: %s", async (_, seed) => {
    const seeded = await open(seed);
    const made = await open();
    await liveAgain(seeded, made, appUrl);
    expect(await differences(seeded, made)).toEqual(same);
    const workshops = await seeded.read.selectFrom("workshop").select("state").distinct().execute();
    expect(new Set(workshops.map(({ state }) => state))).toEqual(new Set(states));
  });
});
