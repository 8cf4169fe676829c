import { expect, test } from "vitest";
import * as desk from "#app/desk/desk.route.tsx";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop, programmeOf } from "#test/support/world.ts";

const stepsFor = async (database: Database, grants: Parameters<typeof addAccount>[1], query = "") => {
  const { accountId } = await addAccount(database, grants);
  const cookie = await cookieFor(database, accountId);
  return (await knock(desk.loader, { database, path: `/es/desk${query}`, cookie })).data.setUp;
};
const administrator = { grants: ["administrator" as const], passwordHash: null };

describeDatabases("an empty desk", (open) => {
  test("shows an administrator the way to a first workshop, with what there is of it", async () => {
    const database = await open();
    const counts = async () => (await stepsFor(database, administrator)).map(({ count }: { count: number }) => count);
    expect(await counts()).toEqual([0, 0, 0, 0]);
    const workshopId = await addWorkshop(database, { code: "MJ-1" });
    const programmeId = await programmeOf(database, workshopId);
    await addAccount(database, {
      grants: [{ role: "coordinator", programmeId }],
      passwordHash: null,
    });
    await database.transact(async (trx) => {
      for (const table of ["sessionText", "session", "workshopText", "workshopLanguage", "workshop"] as const)
        await trx.deleteFrom(table).execute();
    });
    expect(await counts()).toEqual([1, 1, 1, 0]);
  });

  test("shows it to nobody else, not in a search, and not once there is a workshop", async () => {
    const database = await open();
    expect(await stepsFor(database, administrator, "?q=zzz")).toBeNull();
    const workshopId = await addWorkshop(database, { code: "MJ-1" });
    const programmeId = await programmeOf(database, workshopId);
    expect(await stepsFor(database, administrator)).toBeNull();
    expect(await stepsFor(database, { grants: [{ role: "coordinator", programmeId }], passwordHash: null })).toBeNull();
  });
});
