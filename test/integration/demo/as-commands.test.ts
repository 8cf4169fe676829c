import { expect, test } from "vitest";
import type { Role } from "#app/access/permissions.ts";
import { seedDemo } from "#app/demo/demo.ts";
import { seedLarge } from "#app/demo/large/large.ts";
import { states } from "#app/workshops/rules.ts";
import type { Database, Writer } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { liveAgain } from "./live-again.ts";
import { naturalRows } from "./natural-rows.ts";

const appUrl = "http://localhost:3000";
const at = "2026-11-23T17:00:00.000Z";

const demo = (database: Database) => seedDemo(database, { at, appUrl });
/** Its first ten workshops are in every state but the last, the two others are completed. */
const everyday = (database: Database) => seedLarge(database, { at, scale: 0.012 });

const seeds = [
  ["the demo", demo],
  ["the everyday size", everyday],
] as const;

type Spoil = (trx: Writer) => Promise<unknown>;

const excuseLateness: Spoil = (trx) =>
  trx.updateTable("mark").set({ status: "excused" }).where("status", "=", "late").execute();

const countASeatTooFew: Spoil = (trx) =>
  trx.updateTable("workshop").set({ seatsTaken: 3 }).where("code", "=", "MJ-2017-01").execute();

const takeAway =
  (role: Role): Spoil =>
  (trx) =>
    trx.deleteFrom("roleGrant").where("role", "=", role).execute();

const planTooLate: Spoil = (trx) =>
  trx.updateTable("workshop").set({ createdAt: "2017-09-01T15:00:00.000Z" }).where("code", "=", "MJ-2017-01").execute();

describeDatabases("what the seed has made at once", (open) => {
  test.each(seeds)("is what the commands leave, one deed after another: %s", { timeout: 120_000 }, async (_, seed) => {
    const [seeded, made] = [await open(seed), await open()];
    await liveAgain(seeded, made, appUrl);
    expect(await naturalRows(made)).toEqual(await naturalRows(seeded));
  });

  test.each(seeds)("has workshops in every state: %s", async (_, seed) => {
    const { read } = await open(seed);
    const found = await read.selectFrom("workshop").select("state").distinct().execute();
    expect(new Set(found.map(({ state }) => state))).toEqual(new Set(states));
  });

  test.each([
    ["the marks of those who were late", excuseLateness],
    ["one seat", countASeatTooFew],
  ])("is compared down to %s", async (_, spoil) => {
    expect(await naturalRows(await spoilt(spoil))).not.toEqual(await naturalRows(await open(demo)));
  });

  test.each([
    ["somebody takes attendance who may not", takeAway("coordinator"), "attendance.record in MJ-2017-01 is refused"],
    ["somebody asks for a seat who may not", takeAway("official"), "A seat in MJ-2017-01 is refused"],
    ["somebody asks for a seat before there is one", planTooLate, "before it was there"],
  ])("could not happen where %s", async (_, spoil, complaint) => {
    await expect(liveAgain(await spoilt(spoil), await open(), appUrl)).rejects.toThrow(complaint);
  });

  async function spoilt(spoil: Spoil): Promise<Database> {
    const database = await open(demo);
    await database.transact(spoil);
    return database;
  }
});
