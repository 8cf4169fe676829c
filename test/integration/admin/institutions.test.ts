import { expect, test } from "vitest";
import * as institutions from "#app/admin/institutions.route.tsx";
import * as institution from "#app/institutions/institution.route.tsx";
import * as newInstitution from "#app/institutions/institution-new.route.tsx";
import { customs, entries, path, setUp, today } from "#test/integration/institutions/keeping.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";

describeDatabases("the list of institutions", (open) => {
  test("shows today's names with country, code and how many people belong to each", async () => {
    const database = await open();
    const { add, post, cookie } = await setUp(database);
    await add();
    await post(today);
    await add({ code: "JMA", country: "JP", "name.es": "", "name.ja": "気象庁", acronym: "", validFrom: "1956-07-01" });
    const { id } = await database.read
      .selectFrom("institution")
      .select("id")
      .where("code", "=", "JMA")
      .executeTakeFirstOrThrow();
    for (const _ of [1, 2]) await addAccount(database, { person: { institutionId: id } });
    const { data } = await knock(institutions.loader, { database, path: "/en/admin/institutions", cookie });
    expect(data.rows).toEqual([
      {
        code: "MX-CUSTOMS",
        name: { text: today["name.es"], lang: "es" },
        acronym: "ANAM",
        country: "Mexico",
        people: 0,
        isArchived: false,
      },
      {
        code: "JMA",
        name: { text: "気象庁", lang: "ja" },
        acronym: null,
        country: "Japan",
        people: 2,
        isArchived: false,
      },
    ]);
  });

  test("and each institution is for administrators only; one that is not there answers 404", async () => {
    const database = await open();
    const { add, cookie } = await setUp(database);
    await add();
    const other = await addAccount(database, { grants: ["manager", "official"] });
    const theirs = await cookieFor(database, other.accountId);
    for (const [door, form] of [
      [institutions.loader],
      [newInstitution.loader],
      [institution.loader],
      [institution.action, today],
      [newInstitution.action, customs],
    ] as const) {
      expect((await knock(door, { database, path, form, cookie: theirs })).status).toBe(403);
    }
    const missing = { database, path: "/es/admin/institutions/NONE", cookie };
    expect((await knock(institution.loader, missing)).status).toBe(404);
    expect((await knock(institution.action, { ...missing, form: today })).status).toBe(404);
    expect(await entries(database)).toHaveLength(1);
  });
});
