import { expect, test } from "vitest";
import { attempt } from "#app/limits/commands.ts";
import { uploadLimits } from "#app/limits/limits.ts";
import { noteMerge, sayDistinct } from "#app/people/merge/merge.commands.ts";
import { now } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { newId } from "#db/new-id.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { addWorkshop, programmeOf } from "#test/support/world.ts";
import { headings, peopleOf, sendingSetUp } from "./sending.ts";

const three = `${headings}Peña,Núñez,María,maria@example.mx,México,Jefa
Ruiz,,Juan,juan@example.mx,MX,
高橋,,花子,,日本,
`;
const countPeople = async ({ read }: Database) => (await read.selectFrom("person").select("id").execute()).length;

describeDatabases("a list of people, after something else has happened", (open) => {
  const setUp = async () => {
    const database = await open();
    return { database, ...(await sendingSetUp(database)) };
  };

  test("is undone also where somebody was said to be another than somebody else", async () => {
    const { database, programmeId, accountId, check, look, decide, work } = await setUp();
    const path = await check(three);
    await decide(path, { part: "apply" });
    await work();
    const [one, other] = await database.read
      .selectFrom("person")
      .select("id")
      .where("familyName", "<>", "Ruiz")
      .execute();
    await database.transact((trx) =>
      sayDistinct(trx, [one!.id, other!.id], { accountId, at: "2026-11-27T15:00:00.000Z" }),
    );
    await decide(path, { part: "undo" });
    await work();
    expect(await look(path)).toMatchObject({ state: "undone", problem: null, done: { added: 0 } });
    expect(await peopleOf(database, programmeId)).toEqual([]);
  });

  test("leaves whoever has taken in another record", async () => {
    const { database, programmeId, check, look, decide, work } = await setUp();
    const path = await check(three);
    await decide(path, { part: "apply" });
    await work();
    const [juan] = await database.read.selectFrom("person").select("id").where("familyName", "=", "Ruiz").execute();
    const merge = { personId: juan!.id, goneId: newId<"person">(), kept: { gone: {} } as never };
    await database.transact((trx) => noteMerge(trx, merge, { accountId: null, at: "2026-11-27T15:00:00.000Z" }));
    await decide(path, { part: "undo" });
    await work();
    expect(await look(path)).toMatchObject({ state: "undone", done: { added: 1 } });
    expect(await peopleOf(database, programmeId)).toEqual(["Ruiz Juan juan@example.mx "]);
  });

  test("is out of reach for whoever has lost its programme since", async () => {
    const { database, accountId, programmeId, check, decide, work } = await setUp();
    const path = await check(three);
    const other = await programmeOf(database, await addWorkshop(database, { code: "XX-1" }));
    await database.transact((trx) =>
      trx.updateTable("roleGrant").set({ programmeId: other }).where("accountId", "=", accountId).execute(),
    );
    const before = await countPeople(database);
    expect((await decide(path, { part: "apply" })).status).toBe(404);
    await work();
    expect([await countPeople(database), await peopleOf(database, programmeId)]).toEqual([before, []]);
  });

  test("counts as a file that was brought: beyond two hundred a day the form says when there may be more", async () => {
    const { database, accountId, send } = await setUp();
    const own = { limit: uploadLimits.account, subject: accountId };
    for (let sent = 0; sent < 200; sent++) await attempt(database, [own], now(), "s".repeat(32));
    const { status, data } = await send(three);
    expect([status, data.errors]).toMatchObject([429, { file: { key: "files:form.tooMany" } }]);
    expect(await database.read.selectFrom("peopleImport").select("id").execute()).toEqual([]);
  });

  test("takes no decision about a row that no list has", async () => {
    const { check, decide, look } = await setUp();
    const path = await check(three);
    const answer = await decide(path, { part: "choices", "row.4294967296": "new", "row.": "new", "row.1": "new" });
    expect(answer.status).toBe(302);
    expect(await look(path)).toMatchObject({ state: "checked" });
  });
});
