import { expect, test } from "vitest";
import type { By } from "#app/access/actor.ts";
import { loader } from "#app/catalogue/programme/programme.route.tsx";
import { loader as workshopLoader } from "#app/catalogue/workshop.route.tsx";
import type { CardView } from "#app/catalogue/workshop-card.tsx";
import { agreementThemes } from "#app/demo/content/themes.ts";
import { archiveProgramme } from "#app/programmes/commands.ts";
import { now } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { id } from "#test/support/ids.ts";
import { knock } from "#test/support/visit.ts";
import { addPerson, addWorkshop, programmeOf } from "#test/support/world.ts";

/** One programme with a workshop in each of these states, in the order of their days. */
async function setUp(database: Database) {
  const plans = [
    ["OVER-1", "completed", "2020-01-06"],
    ["OVER-2", "completed", "2021-01-04"],
    ["GONE-1", "cancelled", "2090-01-02"],
    ["OPEN-1", "open", "2090-02-06"],
    ["OPEN-2", "published", "2090-03-06"],
    ["HIDDEN", "draft", "2090-04-03"],
  ] as const;
  const ids: Id<"workshop">[] = [];
  for (const [code, state, startsOn] of plans)
    ids.push(await addWorkshop(database, { code, state, startsOn, endsOn: startsOn }));
  const programmeId = await programmeOf(database, ids[0]!);
  const { code } = await database.read
    .selectFrom("programme")
    .select("code")
    .where("id", "=", programmeId)
    .executeTakeFirstOrThrow();
  const [seen, hidden] = agreementThemes.map((theme) => id("theme", theme.id));
  await database.transact(async (trx) => {
    await trx.updateTable("workshop").set({ programmeId }).where("id", "in", ids).execute();
    const themed = [
      { workshopId: ids[0]!, themeId: seen! },
      { workshopId: ids[3]!, themeId: seen! },
      { workshopId: ids[5]!, themeId: hidden! },
    ];
    await trx.insertInto("workshopTheme").values(themed).execute();
  });
  const { accountId } = await addPerson(database, { locale: "es", email: "c@demo.example" });
  const by: By = { accountId, at: now() };
  return { programmeId, code, by };
}

describeDatabases("the public page of a programme", (open) => {
  test("shows its workshops that are public, those to come first, and never a draft", async () => {
    const database = await open();
    const { code } = await setUp(database);
    const { status, data } = await knock(loader, { database, path: `/es/programmes/${code}` });
    expect(status).toBe(200);
    expect(data.editions.cards.map((card: CardView) => card.code)).toEqual([
      ...["OPEN-1", "OPEN-2"],
      ...["GONE-1", "OVER-2", "OVER-1"],
    ]);
    expect(data.themes.map(({ id }: { id: string }) => id)).toEqual([agreementThemes[0]!.id]);
    expect(JSON.stringify(data)).not.toContain("HIDDEN");
  });

  test("is found by its code in small letters, and once it is archived", async () => {
    const database = await open();
    const { programmeId, code, by } = await setUp(database);
    await database.transact((trx) => archiveProgramme(trx, programmeId, true, by));
    const { status, data } = await knock(loader, { database, path: `/ja/programmes/${code.toLowerCase()}` });
    expect([status, data.code]).toEqual([200, code]);
  });

  test("is not found where there is none", async () => {
    const database = await open();
    expect((await knock(loader, { database, path: "/es/programmes/NONE" })).status).toBe(404);
  });

  test("is linked from each of its workshops", async () => {
    const database = await open();
    const { code } = await setUp(database);
    const { data } = await knock(workshopLoader, { database, path: "/es/workshops/OPEN-1" });
    expect(data.programme.code).toBe(code);
  });
});
