import fc from "fast-check";
import { expect, test } from "vitest";
import { csvText } from "#app/tables/file/csv.ts";
import type { FileColumn, FileFormat, FileRows } from "#app/tables/file/file-cell.ts";
import { packList } from "#app/tables/file/pack.ts";
import { partsOfXlsx, rowsOfCsv, rowsOfXlsx } from "#test/support/xlsx.ts";

const columns: FileColumn[] = [
  { label: "氏名", kind: "text", width: 30 },
  { label: "Lugares", kind: "number", width: 10 },
  { label: "Asistencia", kind: "share", width: 10 },
  { label: "Fecha", kind: "day", width: 12 },
  { label: "Hora", kind: "instant", width: 18 },
];
const texts: FileColumn[] = [{ label: "Texto", kind: "text", width: 20 }];

async function* inBatches(...batches: FileRows[]) {
  yield* batches;
}

/** In a thread of its own, as longer lists are: an empty batch makes it two. */
async function pack(format: FileFormat, own: FileColumn[], ...batches: FileRows[]): Promise<Buffer> {
  const shape = { format, title: "Participantes: 2026/27 [prueba] de un nombre largo", language: "es", columns: own };
  const stream = packList(shape, inBatches(...batches, []), { leaving: new AbortController().signal });
  return Buffer.from(await new Response(stream).arrayBuffer());
}

const asText = (format: FileFormat) => ({ format, title: "x", language: "es", columns: texts });

const packHere = async (rows: FileRows) =>
  Buffer.from(
    await new Response(
      packList(asText("xlsx"), inBatches(rows), { leaving: new AbortController().signal }),
    ).arrayBuffer(),
  );

const haruka = ["髙橋 遥", 12, 0.8333333, "2026-11-23", "2026-11-23T09:05"];

test("a workbook has real numbers, days and minutes, and its heading in sight and on each page", async () => {
  const bytes = await pack("xlsx", columns, [haruka], [["Núñez", null, null, null, null]]);
  expect(rowsOfXlsx(bytes)).toEqual([
    columns.map(({ label }) => label),
    ["髙橋 遥", 12, 0.8333333, 46_349, 46_349.378472],
    ["Núñez", null, null, null, null],
  ]);
  const parts = partsOfXlsx(bytes);
  const sheet = parts.get("xl/worksheets/sheet1.xml");
  expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(sheet).toContain('<autoFilter ref="A1:E3"/>');
  expect(sheet).toContain('orientation="landscape" fitToWidth="1" fitToHeight="0"');
  const book = parts.get("xl/workbook.xml");
  expect(book).toContain('<sheet name="Participantes  2026 27  prueba" sheetId="1"');
  expect(book).toContain("!$A$1:$E$3</definedName>");
  expect(book).toContain("!$1:$1</definedName>");
});

const dangerous = ["=1+1", "+81 3", "-", "@sum", "＝1", "＋1", "－1", "＠x", "\tx", "\rx", "\nx", "'=1", "''x"];

test("no text is ever run: a workbook has it as a text, in CSV an apostrophe stands before it", async () => {
  const rows = dangerous.map((text) => [text]);
  const book = await pack("xlsx", texts, rows);
  expect(partsOfXlsx(book).get("xl/worksheets/sheet1.xml")).not.toMatch(/<f[ >]/);
  expect(rowsOfXlsx(book).slice(1).flat()).toEqual(dangerous.map((text) => text.replace("\r", "")));
  const csv = rowsOfCsv((await pack("csv", texts, rows)).toString("utf8"));
  expect(csv.slice(1).flat()).toEqual(dangerous.map((text) => `'${text}`));
});

test("CSV has its byte order mark, ends lines with CR LF, and numbers and days as programs read them", async () => {
  const text = (await pack("csv", columns, [haruka, ['una "cita", y\nmás', 0, 1, null, null]])).toString("utf8");
  expect(text).toBe(
    "\ufeff氏名,Lugares,Asistencia,Fecha,Hora\r\n" +
      "髙橋 遥,12,0.8333,2026-11-23,2026-11-23 09:05\r\n" +
      '"una ""cita"", y\nmás",0,1,,\r\n',
  );
});

test("any text comes back as it was, but for signs that no file may have", async () => {
  const any = fc.array(fc.string({ unit: "binary", maxLength: 40 }), { minLength: 1, maxLength: 40 });
  const written = (text: string) =>
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out
    text.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, "");
  await fc.assert(
    fc.asyncProperty(any, async (all) => {
      const book = await packHere(all.map((text) => [text]));
      const read = rowsOfXlsx(book).slice(1).flat();
      expect(read.map((text) => text ?? "")).toEqual(all.map(written));
    }),
    { numRuns: 50 },
  );
});

test("a text of nothing but signs that no file may have is no value", async () => {
  expect(rowsOfXlsx(await packHere([["\u0000"], ["a\u0000"]])).slice(1)).toEqual([[null], ["a"]]);
});

test("what says _x000B_ stays a text that says so", async () => {
  const book = await pack("xlsx", texts, [["_x000B_"]]);
  expect(partsOfXlsx(book).get("xl/worksheets/sheet1.xml")).toContain("<t>_x005F_x000B_</t>");
});

test("an empty list is a file with its headings", async () => {
  expect(rowsOfXlsx(await pack("xlsx", columns))).toEqual([columns.map(({ label }) => label)]);
});

test("rows are asked for as they are packed, and no more once whoever downloads has left", async () => {
  let asked = 0;
  async function* endless(): AsyncGenerator<FileRows> {
    for (;;) {
      asked += 1;
      yield Array.from({ length: 250 }, (_, row) => [`${asked} ${row} ${Math.sin(asked + row)}`]);
    }
  }
  const reader = packList(asText("csv"), endless(), { leaving: new AbortController().signal }).getReader();
  expect(asked).toBe(0);
  await reader.read();
  await reader.cancel();
  const then = asked;
  await new Promise((done) => setTimeout(done, 200));
  expect(asked).toBeLessThanOrEqual(then + 1);
  // the next one has its turn
  expect(rowsOfXlsx(await pack("xlsx", texts, [["después"]]))).toEqual([["Texto"], ["después"]]);
});

test("a slow line holds rows up, and not the memory", async () => {
  let asked = 0;
  async function* endless(): AsyncGenerator<FileRows> {
    for (;;) {
      asked += 1;
      yield Array.from({ length: 250 }, () => ["x".repeat(1_000)]);
    }
  }
  const leaving = new AbortController();
  const reader = packList(asText("csv"), endless(), { leaving: leaving.signal }).getReader();
  await reader.read();
  // 4 MB on either side of what is packed
  const most = 10_000_000;
  for (let before = -1; before !== asked && asked * 250_000 < most; ) {
    before = asked;
    await new Promise((done) => setTimeout(done, 500));
  }
  const held = asked * 250_000;
  leaving.abort();
  expect(held).toBeLessThan(most);
  await expect(reader.read().then(() => drain(reader))).rejects.toThrow();
});

async function drain(reader: ReadableStreamDefaultReader): Promise<void> {
  while (!(await reader.read()).done);
}

test("rows that fail break the file off", async () => {
  async function* failing(): AsyncGenerator<FileRows> {
    yield [["uno"]];
    yield [["dos"]];
    throw new Error("the database is gone");
  }
  const stream = packList(asText("xlsx"), failing(), { leaving: new AbortController().signal });
  await expect(new Response(stream).arrayBuffer()).rejects.toThrow("the database is gone");
});

test("what no program may be handed does not hide a formula behind it", async () => {
  const csv = await pack("csv", texts, [["\ufffe=1+1"], ["\u0001@a"], ["\uffff'a"]]);
  expect(csv.toString("utf8")).toBe("\ufeffTexto\r\n'=1+1\r\n'@a\r\n''a\r\n");
});

test("the text of CSV leaves in portions", async () => {
  const portions: string[] = [];
  const rows = Array.from({ length: 3 }, () => [["y".repeat(70_000)]]);
  for await (const text of csvText(texts, inBatches(...rows))) portions.push(text);
  expect(portions.length).toBeGreaterThan(2);
});
