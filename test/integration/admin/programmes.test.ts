import { expect, test } from "vitest";
import * as programmes from "#app/admin/programmes.route.tsx";
import * as programme from "#app/programmes/programme.route.tsx";
import * as newProgramme from "#app/programmes/programme-new.route.tsx";
import { findProgramme } from "#app/programmes/queries.ts";
import { path, setUp } from "#test/integration/programmes/keeping.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop } from "#test/support/world.ts";

describeDatabases("the list of programmes", (open) => {
  test("shows title, code, dates and how many workshops, the latest first", async () => {
    const database = await open();
    const { add, cookie, full } = await setUp(database);
    await addWorkshop(database, { code: "OLD" });
    await add(full);
    const { data } = await knock(programmes.loader, { database, path: "/ja/admin/programmes", cookie });
    expect(data.needsInstitutions).toBe(false);
    expect(data.rows).toMatchObject([
      {
        code: "MJ-CUSTOMS",
        title: { text: "税関協力", lang: "ja" },
        period: "2026/4/1〜2029/3/31",
        workshops: 0,
        isArchived: false,
      },
      { code: "OLD", title: { text: "", lang: "ja" }, period: "2026/1/1〜12/31", workshops: 1, isArchived: false },
    ]);
  });

  test("and each programme is for administrators only; one that is not there answers 404", async () => {
    const database = await open();
    const { add, cookie, full } = await setUp(database);
    await add(full);
    const { id: programmeId } = (await findProgramme(database.read, "MJ-CUSTOMS"))!;
    const other = await addAccount(database, { grants: [{ role: "coordinator", programmeId }, "manager"] });
    const theirs = await cookieFor(database, other.accountId);
    for (const [door, form] of [
      [programmes.loader],
      [newProgramme.loader],
      [programme.loader],
      [programme.action, full],
      [newProgramme.action, full],
    ] as const) {
      expect((await knock(door, { database, path, form, cookie: theirs })).status).toBe(403);
    }
    const missing = { database, path: "/es/admin/programmes/NONE", cookie };
    expect((await knock(programme.loader, missing)).status).toBe(404);
    expect((await knock(programme.action, { ...missing, form: full })).status).toBe(404);
  });
});
