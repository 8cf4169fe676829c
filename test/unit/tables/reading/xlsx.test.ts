import { describe, expect, test } from "vitest";
import { readFileTable } from "#app/tables/reading/read-file.ts";
import { type Made, sheetXml, xlsxOf } from "#test/support/xlsx-made.ts";

const read = async (made: Made) => {
  const reading = await readFileTable(xlsxOf(made), null);
  if (!("table" in reading)) throw new Error("asks");
  return reading.table;
};
const cellsOf = async (made: Made) => (await read(made)).rows.map(({ cells }) => cells);

const rows: Made["rows"] = [
  ["Nombre", "País", "正式名称"],
  ["Ana Peña", "MX", " 国 "],
  [null, "JP", "a & <b>"],
];
const expected = [
  ["Nombre", "País", "正式名称"],
  ["Ana Peña", "MX", " 国 "],
  ["", "JP", "a & <b>"],
];

describe("a workbook", () => {
  test.each<[string, Partial<Made>]>([
    ["with shared texts, as Excel writes it", {}],
    ["with its texts in the cells", { isInline: true }],
    ["without the places of rows and cells", { isPlaceless: true }],
    ["with hidden rows and merged cells", { hidden: [2], merged: ["A2:A3"] }],
  ])("is read: %s", async (_name, how) => {
    expect(await cellsOf({ rows, ...how })).toEqual(expected);
  });

  test("says what was merged and hidden, and which sheet was read: the first that is shown", async () => {
    expect(await read({ rows, hidden: [2, 3], merged: ["A2:A3"] })).toMatchObject({
      format: "xlsx",
      merged: ["A2:A3"],
      hiddenRows: 2,
      sheet: "Lista",
      otherSheets: 0,
      encoding: null,
    });
  });

  test("keeps the numbers of rows, also where some are empty", async () => {
    const sheet = '<row r="4"><c r="B4"><v>7</v></c></row><row r="90"><c r="A90"><v>0.5</v></c></row>';
    const { rows: found } = await read({ rows, parts: { "xl/worksheets/sheet1.xml": sheetXml(sheet) } });
    expect(found).toEqual([
      { line: 4, cells: ["", "7"] },
      { line: 90, cells: ["0.5"] },
    ]);
  });

  test("tells dates from numbers by their formats, those of Japan and of the file's own too", async () => {
    const date = (style: number, serial: number) => ({ xml: `<c s="${style}"><v>${serial}</v></c>` });
    const dated = [
      [date(1, 46_353), date(2, 46_353), date(4, 46_353), date(0, 46_353), date(1, 46_353.5), date(1, 0.75)],
    ];
    expect(await cellsOf({ rows: dated })).toEqual([
      ["2026-11-27", "2026-11-27", "2026-11-27", "46353", "2026-11-27 12:00", "18:00"],
    ]);
    expect(await cellsOf({ rows: [[date(1, 44_891)]], is1904: true })).toEqual([["2026-11-27"]]);
    expect(await cellsOf({ rows: [[date(1, 59), date(1, 61)]] })).toEqual([["1900-02-28", "1900-03-01"]]);
    const iso = { xml: '<c t="d"><v>2026-11-27T00:00:00</v></c>' };
    expect(await cellsOf({ rows: [[iso]] })).toEqual([["2026-11-27"]]);
  });

  test("reads numbers that are kept as text, truth, and what was once a fault", async () => {
    const cell = (attributes: string, value: string) => ({ xml: `<c ${attributes}><v>${value}</v></c>` });
    const odd = [cell('t="str"', "007"), cell('t="b"', "1"), cell('t="e"', "#N/A"), cell("", "1e3"), "_x0041_b"];
    expect(await cellsOf({ rows: [odd] })).toEqual([["007", "1", "", "1000", "Ab"]]);
  });

  test("leaves the readings of kanji out of their text, and puts formatted pieces together", async () => {
    const rich = {
      山田: '<si><t>山田</t><rPh sb="0" eb="2"><t>ヤマダ</t></rPh><phoneticPr fontId="1"/></si>',
      rich: '<si><r><t>ri</t></r><r><rPr><b/></rPr><t xml:space="preserve">ch </t></r></si>',
    };
    expect(await cellsOf({ rows: [["山田", "rich"]], rich })).toEqual([["山田", "rich "]]);
  });

  test("knows names with a prefix, in another case, and in another encoding", async () => {
    const inner = "<x:sheetData><x:row><x:c t='inlineStr'><x:is><x:t>ñ</x:t></x:is></x:c></x:row></x:sheetData>";
    const xml = `<?xml version="1.0"?><x:worksheet xmlns:x="m">${inner}</x:worksheet>`;
    expect(await cellsOf({ rows, parts: { "xl/worksheets/sheet1.xml": xml } })).toEqual([["ñ"]]);
  });

  test("a heading of forty characters, and a million empty cells below a list", async () => {
    const long = "Correo electrónico institucional (oficial)";
    const empty = Array.from({ length: 20_000 }, (_, n) => `<row r="${n + 2}" s="1"><c r="A${n + 2}" s="1"/></row>`);
    const sheet = `<row r="1"><c r="A1" t="str"><v>${long}</v></c></row>${empty.join("")}`;
    expect(await cellsOf({ rows, parts: { "xl/worksheets/sheet1.xml": sheetXml(sheet) } })).toEqual([[long]]);
  });
});
