import { sql } from "kysely";
import { expect, test } from "vitest";
import { attempt, forgive, spend, takeBack } from "#app/limits/commands.ts";
import { applicationLimits, attemptsOf, type Limit, minutesToWait } from "#app/limits/limits.ts";
import { tidying } from "#app/operations/tidying.ts";
import type { Instant } from "#app/time/instant.ts";
import { plusMinutes } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";

const at = "2026-11-23T15:00:00.000Z" as const;
const limit: Limit = { name: "test.account", per: "account", most: 3, minutes: 15 };
const other: Limit = { name: "test.address", per: "address", most: 5, minutes: 60 };
const all: Limit = { name: "test.everybody", per: "everybody", most: 100, minutes: 60 };

const secret = "s".repeat(32);
const tryAs = (database: Database, subject = "ana", when: Instant = at) =>
  attempt(database, [{ limit, subject }], when, secret);

describeDatabases("limits", (open) => {
  test("the fourth attempt waits until the window ends, and then counting begins anew", async () => {
    const database = await open();
    for (let count = 0; count < 3; count++) expect(await tryAs(database)).toBeNull();
    expect(await tryAs(database, "ana", plusMinutes(at, 14))).toBe(plusMinutes(at, 15));
    expect(await tryAs(database, "eva")).toBeNull();
    for (let count = 0; count < 3; count++) expect(await tryAs(database, "ana", plusMinutes(at, 15))).toBeNull();
    expect(await tryAs(database, "ana", plusMinutes(at, 16))).toBe(plusMinutes(at, 30));
  });

  test("whoever goes on trying does not push the end of the window away", async () => {
    const database = await open();
    for (let minute = 0; minute < 15; minute++) await tryAs(database, "ana", plusMinutes(at, minute));
    expect(await tryAs(database, "ana", plusMinutes(at, 15))).toBeNull();
  });

  test("of attempts at the same moment no more get through than there is room for", async () => {
    const database = await open();
    const answers = await Promise.all(Array.from({ length: 20 }, () => tryAs(database)));
    expect(answers.filter((until) => until === null)).toHaveLength(3);
  });

  test("limits in any order at the same moment do not block each other", async () => {
    const database = await open();
    const both = [
      { limit: { ...limit, most: 20 }, subject: "ana" },
      { limit: { ...other, most: 20 }, subject: "192.0.2.1" },
    ];
    const tries = Array.from({ length: 20 }, (_, index) =>
      database.transact((trx) => spend(trx, index % 2 ? both : both.toReversed(), at, secret)),
    );
    await Promise.all(tries);
    const hits = await database.read.selectFrom("rateLimit").select("hits").execute();
    expect(hits).toEqual([{ hits: 20 }, { hits: 20 }]);
  });

  test("one address that goes on and on uses up neither an account nor everybody's room", async () => {
    const database = await open();
    const attempts = attemptsOf(
      { address: other, account: limit, everybody: all },
      { address: "192.0.2.1", account: "ana" },
    );
    const answers = [];
    for (let count = 0; count < 8; count++) answers.push(await attempt(database, attempts, at, secret));
    expect(answers).toEqual([null, null, null, ...Array(5).fill(plusMinutes(at, 15))]);
    expect(await database.read.selectFrom("rateLimit").select("hits").execute()).toEqual([
      { hits: 3 },
      { hits: 3 },
      { hits: 3 },
    ]);
  });

  test("of several limits the longest wait counts", async () => {
    const database = await open();
    const attempts = [
      { limit: { ...limit, most: 1 }, subject: "ana" },
      { limit: { ...other, most: 1 }, subject: "192.0.2.1" },
    ];
    expect(await attempt(database, attempts, at, secret)).toBeNull();
    expect(await attempt(database, attempts, at, secret)).toBe(plusMinutes(at, 60));
  });

  test("refused within a larger transaction, an attempt is undone with it", async () => {
    const database = await open();
    for (let count = 0; count < 3; count++) await tryAs(database);
    const refused = database.transact(async (trx) => {
      throw new Error((await spend(trx, [{ limit, subject: "ana" }], at, secret)) ?? "room");
    });
    await expect(refused).rejects.toThrow(plusMinutes(at, 15));
    expect(await database.read.selectFrom("rateLimit").select("hits").execute()).toEqual([{ hits: 3 }]);
  });

  test("what is over is cleared away, and no more", async () => {
    const database = await open();
    await tryAs(database, "ana");
    await tryAs(database, "eva", plusMinutes(at, 1));
    const { accountId } = await addAccount(database);
    await cookieFor(database, accountId, plusMinutes(at, -60));
    await cookieFor(database, accountId, plusMinutes(at, -30));
    const tidy = tidying(database);
    await tidy(plusMinutes(at, 15));
    const left = await database.read.selectFrom("rateLimit").select("windowEndsAt").execute();
    const sessions = await database.read.selectFrom("accountSession").select("createdAt").execute();
    expect([left, sessions]).toEqual([[{ windowEndsAt: plusMinutes(at, 16) }], [{ createdAt: plusMinutes(at, -30) }]]);
    await tidy(plusMinutes(at, 16));
    expect(await database.read.selectFrom("rateLimit").select("hits").execute()).toHaveLength(1);
  });

  test("what many count at once has room for as many as it says, in however many rows it is counted", async () => {
    const database = await open();
    const busy = { limit: { ...all, most: 30, isBusy: true }, subject: "" };
    const some = (count: number, when: Instant = at) =>
      Promise.all(Array.from({ length: count }, () => attempt(database, [busy], when, secret)));
    await some(10);
    await some(19, plusMinutes(at, 1));
    expect(await some(1, plusMinutes(at, 2))).toEqual([null]);
    const [until] = await some(1, plusMinutes(at, 3));
    expect([plusMinutes(at, 60), plusMinutes(at, 61), plusMinutes(at, 62)]).toContain(until);
    const counted = await database.read.selectFrom("rateLimit").select("hits").execute();
    expect(counted.reduce((sum, { hits }) => sum + hits, 0)).toBe(30);
    expect(await some(1, until as Instant)).toEqual([null]);
    const tidy = tidying(database);
    await tidy(plusMinutes(at, 60));
    expect(await some(1, plusMinutes(at, 61))).toEqual([null]);
  });

  test("one attempt is taken back once, in whichever rows others are counted, and never below none", async () => {
    const database = await open();
    const hits = async () =>
      (await database.read.selectFrom("rateLimit").select("hits").orderBy("lane").execute()).map(({ hits }) => hits);
    const back = () => database.transact((trx) => takeBack(trx, { limit: once, subject: "ana" }, secret));
    const once = { ...limit, isBusy: false } as const;
    for (let count = 0; count < 2; count++) await tryAs(database);
    await database.transact((trx) =>
      trx
        .insertInto("rateLimit")
        .columns(["name", "lane", "windowEndsAt", "hits"])
        .expression((eb) => eb.selectFrom("rateLimit").select(["name", sql.lit(7).as("lane"), "windowEndsAt", "hits"]))
        .execute(),
    );
    await back();
    expect(await hits()).toEqual([1, 2]);
    for (let count = 0; count < 2; count++) await back();
    expect(await hits()).toEqual([0, 2]);
    // @ts-expect-error: nobody knows in which row a busy limit has counted
    const refused: Parameters<typeof takeBack>[1] = { limit: applicationLimits.address, subject: "ana" };
    expect(refused.limit.isBusy).toBe(true);
  });

  test("a success forgives its own count only, and whom it counts is not readable", async () => {
    const database = await open();
    for (let count = 0; count < 4; count++) await tryAs(database);
    for (let count = 0; count < 4; count++) await tryAs(database, "eva");
    await database.transact((trx) => forgive(trx, limit, "ana", secret));
    expect(await tryAs(database)).toBeNull();
    expect(await tryAs(database, "eva")).not.toBeNull();
    expect(JSON.stringify(await database.read.selectFrom("rateLimit").selectAll().execute())).not.toMatch(/ana|eva/);
  });
});

test("a wait is told in whole minutes, and never as none", () => {
  expect(minutesToWait(at, plusMinutes(at, 12))).toBe(12);
  expect(minutesToWait(at, "2026-11-23T15:00:00.001Z")).toBe(1);
  expect(minutesToWait(at, "2026-11-23T15:01:00.001Z")).toBe(2);
});
