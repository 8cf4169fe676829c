import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readApart } from "#app/tables/reading/read-apart.ts";
import { readFileTable } from "#app/tables/reading/read-file.ts";
import { TableRefusal } from "#app/tables/reading/refusal.ts";
import { type Made, partsOf, sheetXml, xlsxOf, zipFilesOf } from "#test/support/xlsx-made.ts";
import { endOf, zipOf } from "#test/support/zip-made.ts";

const rows: Made["rows"] = [["Nombre"], ["Ana"]];
const plain = partsOf({ rows });
const sheetPart = "xl/worksheets/sheet1.xml";
const withSheet = (xml: string) => xlsxOf({ rows, parts: { [sheetPart]: xml } });
const withPart = (name: string, content: string) => xlsxOf({ rows, parts: { [name]: content } });

/** The word by which a file is refused; what it holds where it is read. */
async function wordFor(file: Buffer): Promise<string> {
  try {
    return JSON.stringify(await readFileTable(file, null));
  } catch (error) {
    if (!(error instanceof TableRefusal)) throw error;
    return error.cell ? `${error.because} ${error.cell}` : error.because;
  }
}

const utf16 = (text: string) => Buffer.from(text, "utf16le");
const ole = (name: string) => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600), utf16(name)]);
const many = (count: number) => Array.from({ length: count }, (_, n) => n);

/** Many entries of the directory over one packed piece. */
function overlapping(): Buffer {
  const file = xlsxOf({ rows });
  const end = file.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const start = file.readUInt32LE(end + 16);
  const directory = file.subarray(start, end);
  const last = directory.subarray(directory.lastIndexOf(Buffer.from("PK\x01\x02", "latin1")));
  const copies = many(250).map((n) => {
    const copy = Buffer.from(last);
    copy.write(`s${String(n).padStart(3, "0")}`, 46, "latin1");
    return copy;
  });
  const count = file.readUInt16LE(end + 10);
  const entries = [directory, ...copies, ...many(count - 1).map(() => Buffer.alloc(0))];
  return Buffer.concat([file.subarray(0, start), directory, ...copies, endOf(entries, start)]);
}

const bomb = sheetXml(`<row r="1"><c r="A1" t="inlineStr"><is><t>${"A".repeat(40_000_000)}</t></is></c></row>`);

describe("a file that is no table, or more than one", () => {
  test.each<[string, () => Buffer, string]>([
    ["nothing", () => Buffer.alloc(0), "empty"],
    ["an old workbook", () => ole("Workbook"), "oldExcel"],
    ["a workbook behind a password", () => ole("EncryptedPackage"), "password"],
    ["another old container", () => ole("WordDocument"), "notATable"],
    ["macros", () => withPart("xl/vbaProject.bin", "x"), "macros"],
    ["a binary workbook", () => withPart("xl/workbook.bin", "x"), "binaryExcel"],
    [
      "an OpenDocument",
      () =>
        zipOf([
          { name: "mimetype", bytes: "x" },
          { name: "content.xml", bytes: "x" },
        ]),
      "openDocument",
    ],
    ["another archive", () => zipOf([{ name: "a.txt", bytes: "x" }]), "notATable"],
    ["a letter", () => zipOf([{ name: "[Content_Types].xml", bytes: "<Types/>" }]), "notATable"],
    ["a page", () => Buffer.from("<html><table><tr><td>a</td></tr></table></html>"), "notATable"],
    ["a PDF", () => Buffer.from("%PDF-1.7 x"), "notATable"],
    ["bytes", () => Buffer.from([1, 2, 0, 3, 255, 254, 0]), "unknownText"],
    ["half a workbook", () => xlsxOf({ rows }).subarray(0, 900), "broken"],
    ["a formula", () => xlsxOf({ rows: [["a"], [{ xml: "<c><f>1+1</f><v>2</v></c>" }]] }), "formulas A2"],
    ["no sheet with anything", () => withSheet(sheetXml("")), "empty"],
  ])("%s is refused with a word of its own", async (_name, make, word) => {
    expect(await wordFor(make())).toBe(word);
  });
});

describe("a file that was made to do harm", () => {
  test.each<[string, () => Buffer, string]>([
    ["text of 40 MB in some kilobytes", () => withSheet(bomb), "tooLarge"],
    [
      "the same, whose directory lies",
      () => zipOf(zipFilesOf({ ...plain, [sheetPart]: bomb }), { claim: (_name, size) => Math.min(size, 5_000) }),
      "tooLarge",
    ],
    [
      "3,000 entries",
      () => xlsxOf({ rows, parts: Object.fromEntries(many(3_000).map((n) => [`m/${n}`, "x"])) }),
      "tooLarge",
    ],
    ["entries that overlap", overlapping, "tooLarge"],
    ["a name twice, in another case", () => withPart("XL/Workbook.xml", plain["xl/workbook.xml"]), "broken"],
    [
      "an entity that reads another file",
      () => withPart("xl/sharedStrings.xml", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><sst>&e;</sst>'),
      "broken",
    ],
    ["quotes without end", () => withSheet(sheetXml('<a b="'.repeat(50_000))), "broken"],
    [
      "a tag without end",
      () => withSheet(`<worksheet><sheetData><row r="${randomBytes(3_000_000).toString("hex")}`),
      "broken",
    ],
    ["51,000 rows", () => xlsxOf({ rows: many(51_000).map((n) => [n]) }), "tooManyRows"],
    [
      "51,000 lines",
      () =>
        Buffer.from(
          many(51_000)
            .map((n) => `${n},a\n`)
            .join(""),
        ),
      "tooManyRows",
    ],
  ])("%s is refused", async (_name, make, word) => {
    expect(await wordFor(make())).toBe(word);
  });

  test.each<[string, () => Buffer, string]>([
    [
      "200,000 attributes",
      () =>
        withSheet(
          sheetXml(
            `<row r="1"><c ${many(200_000)
              .map((n) => `a${n}="x"`)
              .join(" ")} r="A1"><v>1</v></c></row>`,
          ),
        ),
      '"cells":["1"]',
    ],
    [
      "a cell in the last corner",
      () =>
        withSheet(
          sheetXml('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        ),
      '"cells":["1"]',
    ],
    ["a merge over everything", () => xlsxOf({ rows, merged: ["A1:XFD1048576"] }), '"cells":["Nombre"]'],
  ])("%s is read, in little time and memory", async (_name, make, cells) => {
    expect(await wordFor(make())).toContain(cells);
  });

  test("in a thread of its own, a word comes back as well", async () => {
    await expect(readApart({ bytes: withPart("xl/vbaProject.bin", "x"), encoding: null })).rejects.toMatchObject({
      because: "macros",
    });
    expect(await readApart({ bytes: xlsxOf({ rows }), encoding: null })).toMatchObject({
      table: { rows: [{ line: 1 }, { line: 2 }] },
    });
  });
});
