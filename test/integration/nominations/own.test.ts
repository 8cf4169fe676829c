import { expect, test } from "vitest";
import { loader as myWorkshops } from "#app/enrolment/own/me.route.tsx";
import { returnNomination } from "#app/nominations/nomination/steps.commands.ts";
import { action, loader } from "#app/nominations/own/my-nomination.route.tsx";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { held } from "#test/support/plan-of.ts";
import { knock } from "#test/support/visit.ts";
import { brief, code, handIn, listFor, nominatingWorld, put } from "./nominating.ts";

const at = "2026-11-20T12:00:00.000Z" as const;

describeDatabases("a nominee's own side", (open) => {
  test("says where they stand, who nominated them and what is next, and lets them withdraw with a reason", async () => {
    const database = await open();
    const world = await nominatingWorld(database);
    const { mexico, beto, hector, makoto } = world;
    const ana = await addAccount(database, {
      grants: [{ role: "official" }],
      person: { familyName: "Ávalos", institutionId: mexico },
    });
    const cookie = await cookieFor(database, ana.accountId);
    const me = () => knock(myWorkshops, { database, path: "/es/me", cookie });
    expect((await me()).data.nominations).toEqual([]);

    await put(database, mexico, [ana.personId, beto], at);
    const list = await listFor(database, world, mexico);
    const [id, other] = list.map((one) => one.id);
    expect((await me()).data.nominations).toMatchObject([
      { id, code, state: "draft", next: "draft", sender: { text: "SAT es" }, isOver: false },
    ]);

    const path = `/es/me/nominations/${id}`;
    const page = () => knock(loader, { database, path, cookie });
    expect((await page()).data).toMatchObject({ mayWithdraw: true, history: [{ state: "draft", who: "sender" }] });

    await handIn(database, mexico);
    await database.transact(async (trx) => {
      const workshop = await held(trx, { code });
      const by = { accountId: hector.accountId, at };
      const returning = { who: "host", reason: "Falta el puesto.", correctByOn: "2027-03-20" } as const;
      await trx.updateTable("nomination").set({ state: "endorsed" }).execute();
      await returnNomination(trx, workshop, { ...list[0]!, state: "endorsed" }, returning, by);
    });
    const returned = (await page()).data;
    expect(returned.nomination).toMatchObject({ state: "returned", next: "returned" });
    expect(returned.nomination.by.host).toContain("2027");
    expect(returned.history[0]).toMatchObject({ who: "host", by: "Mariana Zamudio", reason: "Falta el puesto." });

    const leave = (whose: string, form = { part: "withdrawal", because: "workload", note: "Cierre de año" }) =>
      knock(action, { database, path: `/es/me/nominations/${whose}`, cookie, form });
    // somebody else's is not found, by whomever
    expect((await leave(other ?? "")).status).toBe(404);
    for (const { accountId } of [hector, makoto])
      expect((await knock(loader, { database, path, cookie: await cookieFor(database, accountId) })).status).toBe(404);
    expect((await leave(id ?? "", { part: "withdrawal", because: "", note: "x" })).status).toBe(422);
    expect((await leave(id ?? "")).headers.get("Location")).toBe(`${path}?done=withdrawn`);
    expect((await leave(id ?? "")).headers.get("Location")).toBe(`${path}?refused=notFromHere`);
    expect((await page()).data).toMatchObject({
      ...{ mayWithdraw: false, because: "workload", withdrawnBy: "nominee", nomination: { next: "withdrawn" } },
      history: [{ state: "withdrawn", who: "nominee", by: "Mariana Ávalos", reason: "Cierre de año" }, {}, {}],
    });
    expect(brief(await listFor(database, world, mexico))).toEqual(["1 Bravo endorsed", "- Ávalos withdrawn"]);
  });
});
