import { expect, test } from "vitest";
import * as clashes from "#app/desk/clashes/clashes.route.tsx";
import * as file from "#app/desk/clashes/clashes-file.route.ts";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop } from "#test/support/world.ts";
import { giveRoom } from "./one-room.ts";

/** Two pairs of workshops that want one room, weeks apart. */
async function twoPairs(database: Database, seatsTaken: number): Promise<void> {
  const add = (code: string, startsOn: `${number}-${number}-${number}`, endsOn: typeof startsOn) =>
    addWorkshop(database, { code, startsOn, endsOn });
  const ids = [
    await add("SOON-1", "2026-12-07", "2026-12-11"),
    await add("SOON-2", "2026-12-07", "2026-12-11"),
    await add("LATE-1", "2027-02-08", "2027-02-12"),
    await add("LATE-2", "2027-02-08", "2027-02-12"),
  ];
  await giveRoom(database, ids);
  await database.transact((trx) =>
    trx.updateTable("workshop").set({ capacity: seatsTaken, seatsTaken }).where("id", "in", ids).execute(),
  );
}

const codesIn = (rows: { sides: { name: string | null }[] }[]) => [
  ...new Set(rows.flatMap(({ sides }) => sides.map(({ name }) => name?.slice(0, 4)))),
];

describeDatabases("the page of clashes", (open) => {
  const visitor = async (database: Database) => {
    const { accountId } = await addAccount(database, { grants: ["administrator"] });
    const cookie = await cookieFor(database, accountId);
    return {
      page: async (query: string) =>
        (await knock(clashes.loader, { database, path: `/en/desk/clashes${query}`, cookie })).data,
      file: async (query: string) =>
        (await knock(file.loader, { database, path: `/en/desk/clashes.csv${query}`, cookie })).data,
    };
  };

  test("looks through a whole year where it is no more than can be looked through at once", async () => {
    const database = await open();
    await twoPairs(database, 10);
    const { page } = await visitor(database);
    const { rows, days, counts } = await page("");
    expect(codesIn(rows)).toEqual(["SOON", "LATE"]);
    expect(days).toBe(null);
    expect(counts.open).toBe(rows.length);
  });

  test("shows so many days as can be looked through, and leads to those behind them", async () => {
    const database = await open();
    await twoPairs(database, 4_000);
    const { page, file: download } = await visitor(database);
    const first = await page("");
    expect(codesIn(first.rows)).toEqual(["SOON"]);
    expect(first.days.next).toBe("/en/desk/clashes?from=2027-02-08");
    const second = await page("?from=2027-02-08");
    expect(codesIn(second.rows)).toEqual(["LATE"]);
    expect(second.days).toMatchObject({ next: null, soonest: "/en/desk/clashes" });
    expect(await download("?from=2027-02-08")).not.toContain("SOON");
    expect(await download("?from=2027-02-08")).toContain("LATE");
  });

  test("begins today where the address says nothing sensible", async () => {
    const database = await open();
    await twoPairs(database, 4_000);
    const { page } = await visitor(database);
    for (const from of ["2020-01-01", "2040-01-01", "2026-02-31", "soon", "%00"])
      expect(codesIn((await page(`?from=${from}`)).rows)).toEqual(["SOON"]);
  });
});
