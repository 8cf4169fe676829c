import { expect, test } from "vitest";
import { attemptsOf, forgive, type Limit, minutesToWait, spend, spentUntil } from "#app/access/rate-limit.ts";
import { tidying } from "#app/operations/tidying.ts";
import { plusMinutes } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";

const at = "2026-11-23T15:00:00.000Z";
const limit: Limit = { name: "test.account", per: "account", most: 3, minutes: 15 };
const other: Limit = { name: "test.address", per: "address", most: 5, minutes: 60 };
const all: Limit = { name: "test.everybody", per: "everybody", most: 100, minutes: 60 };

const secret = "s".repeat(32);
const attempt = (database: Database, subject = "ana", when = at) =>
  database.transact((trx) => spend(trx, [{ limit, subject }], when, secret));

describeDatabases("limits", (open) => {
  test("the fourth attempt waits until the window ends, and then counting begins anew", async () => {
    const database = await open();
    for (let count = 0; count < 3; count++) expect(await attempt(database)).toBeNull();
    expect(await attempt(database, "ana", plusMinutes(at, 14))).toBe(plusMinutes(at, 15));
    expect(await attempt(database, "eva")).toBeNull();
    for (let count = 0; count < 3; count++) expect(await attempt(database, "ana", plusMinutes(at, 15))).toBeNull();
    expect(await attempt(database, "ana", plusMinutes(at, 16))).toBe(plusMinutes(at, 30));
  });

  test("whoever goes on trying does not push the end of the window away", async () => {
    const database = await open();
    for (let minute = 0; minute < 15; minute++) await attempt(database, "ana", plusMinutes(at, minute));
    expect(await attempt(database, "ana", plusMinutes(at, 15))).toBeNull();
  });

  test("attempts at the same moment are all counted", async () => {
    const database = await open();
    const answers = await Promise.all(Array.from({ length: 20 }, () => attempt(database)));
    expect(answers.filter((until) => until === null)).toHaveLength(3);
    expect(await database.read.selectFrom("rateLimit").select("hits").execute()).toEqual([{ hits: 20 }]);
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
    const attempts = attemptsOf({ address: other, account: limit, everybody: all }, { address: "192.0.2.1", account: "ana" });
    const answers = [];
    for (let count = 0; count < 8; count++) answers.push(await database.transact((trx) => spend(trx, attempts, at, secret)));
    // three have room; two more are refused by the account, and the rest by the address alone
    expect(answers).toEqual([null, null, null, ...Array(2).fill(plusMinutes(at, 15)), ...Array(3).fill(plusMinutes(at, 60))]);
    const rows = await database.read.selectFrom("rateLimit").select(["name", "hits"]).orderBy("name").execute();
    expect(rows.map(({ name, hits }) => [name.split(":")[0], hits])).toEqual([
      ["test.account", 5],
      ["test.address", 8],
      ["test.everybody", 3],
    ]);
  });

  test("asking whether there is room counts nothing", async () => {
    const database = await open();
    const attempts = attemptsOf({ account: limit, everybody: all }, { address: "", account: "ana" });
    const ask = (when = at) => spentUntil(database.read, attempts, when, secret);
    expect(await ask()).toBeNull();
    for (let count = 0; count < 3; count++) await attempt(database);
    expect([await ask(), await ask(), await ask(plusMinutes(at, 15))]).toEqual([plusMinutes(at, 15), plusMinutes(at, 15), null]);
    expect(await database.read.selectFrom("rateLimit").select("hits").execute()).toEqual([{ hits: 3 }]);
  });

  test("what is over is cleared away, and no more", async () => {
    const database = await open();
    await attempt(database, "ana");
    await attempt(database, "eva", plusMinutes(at, 1));
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

  test("a success forgives its own count only, and whom it counts is not readable", async () => {
    const database = await open();
    for (let count = 0; count < 4; count++) await attempt(database);
    for (let count = 0; count < 4; count++) await attempt(database, "eva");
    await database.transact((trx) => forgive(trx, limit, "ana", secret));
    expect(await attempt(database)).toBeNull();
    expect(await attempt(database, "eva")).not.toBeNull();
    expect(JSON.stringify(await database.read.selectFrom("rateLimit").selectAll().execute())).not.toMatch(/ana|eva/);
  });
});

test("a wait is told in whole minutes, and never as none", () => {
  expect(minutesToWait(at, plusMinutes(at, 12))).toBe(12);
  expect(minutesToWait(at, "2026-11-23T15:00:00.001Z")).toBe(1);
  expect(minutesToWait(at, "2026-11-23T15:01:00.001Z")).toBe(2);
});
