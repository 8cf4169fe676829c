import { expect, test } from "vitest";
import { forgive, type Limit, minutesToWait, spend } from "#app/access/rate-limit.ts";
import { plusMinutes } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";

const at = "2026-11-23T15:00:00.000Z";
const limit: Limit = { name: "test.account", most: 3, minutes: 15 };
const other: Limit = { name: "test.address", most: 5, minutes: 60 };

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
      { limit, subject: "ana" },
      { limit: other, subject: "192.0.2.1" },
    ];
    const tries = Array.from({ length: 20 }, (_, index) =>
      database.transact((trx) => spend(trx, index % 2 ? both : both.toReversed(), at, secret)),
    );
    await Promise.all(tries);
    const hits = await database.read.selectFrom("rateLimit").select("hits").execute();
    expect(hits).toEqual([{ hits: 20 }, { hits: 20 }]);
  });

  test("of several limits the longest wait counts", async () => {
    const database = await open();
    const both = [
      { limit: { ...limit, most: 0 }, subject: "ana" },
      { limit: { ...other, most: 0 }, subject: "192.0.2.1" },
    ];
    expect(await database.transact((trx) => spend(trx, both, at, secret))).toBe(plusMinutes(at, 60));
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
