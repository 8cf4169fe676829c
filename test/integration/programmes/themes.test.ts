import { expect, test } from "vitest";
import { agreementThemes } from "#app/demo/content/themes.ts";
import { listThemes } from "#app/programmes/queries.ts";
import { openDatabase } from "#db/database.ts";
import { migrateTo } from "#db/migrate.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { id } from "#test/support/ids.ts";

describeDatabases("the themes of the agreement", (open, _fresh, bare) => {
  test("are in every new database, in three languages, by the ids that the demo builds on", async () => {
    const { read } = await open();
    const themes = await listThemes(read);
    expect(themes.map(({ id }) => id)).toEqual(agreementThemes.map(({ id }) => id));
    expect(themes.map(({ name }) => Object.keys(name).sort())).toEqual(Array(5).fill(["en", "es", "ja"]));
    const stored = await read.selectFrom("theme").select(["id", "code"]).orderBy("position").execute();
    expect(stored).toEqual(agreementThemes.map(({ id, code }) => ({ id, code })));
  });

  test("come into a database that had some of them already, and leave those as they are", async () => {
    const database = openDatabase(await bare());
    await migrateTo(database, "2026-11-23-password-cost");
    await database.transact(async (trx) => {
      await trx
        .insertInto("theme")
        .values({ id: id("theme", "older"), code: "seizures", position: 4 })
        .execute();
      await trx
        .insertInto("themeText")
        .values({ themeId: id("theme", "older"), locale: "es", name: "Aseguramientos" })
        .execute();
    });
    expect(await migrateTo(database, "2026-11-23-themes")).toEqual({ applied: ["2026-11-23-themes"] });
    const themes = await listThemes(database.read);
    expect(themes).toHaveLength(5);
    expect(themes[3]).toEqual({
      id: id("theme", "older"),
      name: { es: "Aseguramientos", ja: "差押え・摘発", en: "Seizures" },
    });
    await database.close();
  });
});
