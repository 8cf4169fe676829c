import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Database } from "#db/database.ts";
import { describeSqlite } from "#test/support/databases.ts";
import { partsOfXlsx, rowsOfXlsx } from "#test/support/xlsx.ts";
import { castLists, csv, lists, take } from "./taking-lists.ts";

/** Every text that somebody can write, as a spreadsheet would run it. */
const written: Record<string, string[]> = {
  person: [
    "family_name",
    "given_name",
    "second_surname",
    "native_name",
    "kana",
    "latin_name",
    "post",
    "certificate_name",
  ],
  institution_name: ["name", "acronym"],
  indicator_text: ["name", "definition", "unit", "verification"],
  cost_line_text: ["what"],
  programme_text: ["title"],
  workshop_text: ["title", "venue"],
  mail: ["subject", "to_address"],
  account: ["email"],
};

async function writeBefore(database: Database, sign: string): Promise<void> {
  await database.transact(async (trx) => {
    // whoever is not sent yet is decided on by nobody
    await trx.updateTable("nomination").set({ state: "endorsed" }).execute();
    for (const [table, columns] of Object.entries(written))
      for (const column of columns.map((name) => sql.ref(name)))
        await sql`update ${sql.table(table)} set ${column} = ${sign} || ${column} where ${column} <> ''`.execute(trx);
  });
}

/** What these say begins with words of ours: what somebody wrote stands within. */
const ours = ["clashes"];

/** What a spreadsheet runs: numbers are none of it. */
const isRun = (cell: string) => /^[=+\-@＝＋－＠\t\r\n]/.test(cell);

describeSqlite("what a spreadsheet might run", (open) => {
  test.each(["=", "+", "-", "@", "＝", "＠", "\t"])(
    "a text behind %j is a text in every field of every list",
    {
      timeout: 120_000,
    },
    async (sign) => {
      const cast = await castLists(open);
      await writeBefore(cast.database, sign);
      const met: string[] = [];
      for (const name of lists) {
        const { body } = await take(cast, { name }, "xlsx");
        expect(partsOfXlsx(body).get("xl/worksheets/sheet1.xml"), name).not.toMatch(/<f[ >]/);
        const texts = rowsOfXlsx(body).flat();
        const signed = texts.filter((cell) => typeof cell === "string" && cell.startsWith(sign));
        const cells = (await csv(cast, { name })).flat();
        expect(cells.filter(isRun), name).toEqual([]);
        expect(cells.filter((cell) => cell.startsWith(`'${sign}`)).length, name).toBe(signed.length);
        if (signed.length > 0) met.push(name);
      }
      expect(met.sort()).toEqual(lists.filter((name) => !ours.includes(name)).sort());
    },
  );
});
