import { expect, test } from "vitest";
import { locales } from "#app/i18n/locales.ts";
import { loader } from "#app/imports/layout/layout.route.ts";
import { findLayout, layoutColumns } from "#app/imports/layout/layout.ts";
import { postLevels, sexes } from "#app/people/rules.ts";
import { readFileTable } from "#app/tables/reading/read-file.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { visit } from "#test/support/visit.ts";
import { partsOfXlsx } from "#test/support/xlsx.ts";
import { xlsxOf } from "#test/support/xlsx-made.ts";
import { addInstitutions } from "./any-people.ts";
import { sendingSetUp } from "./sending.ts";

/** What each column of a workbook offers, by its place. */
function offeredBy(book: Buffer): Map<number, string[]> {
  const parts = partsOfXlsx(book);
  const offered = new Map<number, string[]>();
  const cell = /<c r="([A-Z])\d+"[^>]*><is><t>(.*?)<\/t><\/is><\/c>/g;
  for (const [, letter = "A", text = ""] of (parts.get("xl/worksheets/sheet2.xml") ?? "").matchAll(cell)) {
    const column = letter.charCodeAt(0) - 65;
    offered.set(column, [...(offered.get(column) ?? []), text.replaceAll("&amp;", "&")]);
  }
  return offered;
}

describeDatabases("the layout of a list", (open) => {
  test.each(locales)("offers in %s what there is to choose from, and understands each of it", async (locale) => {
    const database = await open();
    const institutions = await addInstitutions(database);
    const { cookie, check, look } = await sendingSetUp(database);
    const answer = (await loader(
      visit({ database, cookie, path: `/${locale}/desk/people/import/layout/layout.xlsx` }),
    )) as Response;
    const book = Buffer.from(await answer.arrayBuffer());
    const reading = await readFileTable(book, null);
    if ("asks" in reading) throw new Error("no text");
    const { rows, otherSheets } = reading.table;
    const columns = layoutColumns.map((column, index) => [column, index]);
    expect(findLayout(rows)?.layout).toEqual({ columns: Object.fromEntries(columns), ignored: [] });
    expect(otherSheets).toBe(0);

    const offered = offeredBy(book);
    const at = (column: (typeof layoutColumns)[number]) => offered.get(layoutColumns.indexOf(column)) ?? [];
    expect([...offered.keys()].sort()).toEqual([10, 11, 12, 7, 9]);
    // one is no more
    expect(at("institution")).toHaveLength(institutions.length - 1);
    const headings = rows[0]?.cells ?? [];
    const filled = at("institution").map((institution, number) =>
      layoutColumns.map((column) => {
        if (column === "familyName" || column === "givenName") return `N${number}`;
        return column === "institution" ? institution : (at(column)[number % at(column).length] ?? "");
      }),
    );
    const all = postLevels.map((_, number) => [`L${number}`, "", "X", ...Array(6).fill(""), at("postLevel")[number]]);
    const page = await look(await check(xlsxOf({ rows: [headings, ...filled, ...all] }), "formato.xlsx"));
    expect(page.counts).toMatchObject({ wrong: 0, new: filled.length + all.length });
    const facts = (await database.read.selectFrom("peopleImportRow").select("facts").orderBy("number").execute()).map(
      (row) => JSON.parse(row.facts),
    );
    const chosen = facts.slice(0, filled.length);
    expect(new Set(chosen.map(({ homeInstitutionId }) => homeInstitutionId)).size).toBe(filled.length);
    expect(chosen.slice(0, 3).map(({ sex, locale: of }) => [sex, of])).toEqual(
      sexes.map((sex, n) => [sex, locales[n]]),
    );
    expect(facts.slice(filled.length).map(({ postLevel }) => postLevel)).toEqual(postLevels);
  });

  test("names each list by its cells in a hidden sheet", async () => {
    const database = await open();
    const { cookie } = await sendingSetUp(database);
    const path = "/es/desk/people/import/layout/layout.xlsx";
    const answer = (await loader(visit({ database, cookie, path }))) as Response;
    const parts = partsOfXlsx(Buffer.from(await answer.arrayBuffer()));
    expect(parts.get("xl/workbook.xml")).toContain('<sheet name="Opciones" sheetId="2" state="hidden" r:id="rId3"/>');
    expect(parts.get("xl/worksheets/sheet1.xml")).toContain(
      '<dataValidation type="list" allowBlank="1" sqref="L2:L1048576"><formula1>\'Opciones\'!$L$1:$L$3</formula1>',
    );
  });
});
