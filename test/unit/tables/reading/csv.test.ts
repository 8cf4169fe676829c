import { describe, expect, test } from "vitest";
import { delimiterOf } from "#app/tables/reading/csv.ts";
import { encodingsOf } from "#app/tables/reading/encodings.ts";
import { readFileTable } from "#app/tables/reading/read-file.ts";

/** Encodes by trying every pair of bytes: no encoder for these is at hand. */
function encoderOf(encoding: string): (text: string) => Buffer {
  const bytes = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding, { fatal: true });
  const learn = (...code: number[]) => {
    try {
      const sign = decoder.decode(Uint8Array.from(code));
      if ([...sign].length === 1 && !bytes.has(sign)) bytes.set(sign, code);
    } catch {}
  };
  for (let one = 0; one < 256; one++) learn(one);
  if (encoding !== "windows-1252" && encoding !== "macintosh")
    for (let one = 0x81; one < 0xff; one++) for (let two = 0x40; two < 0xff; two++) learn(one, two);
  return (text) => Buffer.from([...text].flatMap((sign) => bytes.get(sign) ?? [63]));
}

const spanish =
  "Nombre;Institución;País\r\nMaría Peña Núñez;Dirección General;México\r\nÍñigo Hernández;Aduana;España\r\n";
const japanese = "氏名,所属,カナ\r\n髙橋 花子,東京税関,タカハシ ハナコ\r\n山﨑 一郎,横浜税関,ﾔﾏｻﾞｷ ｲﾁﾛｳ\r\n";
const rowsOf = async (file: Buffer) => {
  const reading = await readFileTable(file, null);
  return "table" in reading
    ? reading.table.rows.map(({ cells }) => cells)
    : reading.asks.map(({ encoding }) => encoding);
};

describe("a text of values", () => {
  test.each([
    ["utf-8", spanish, Buffer.from(spanish)],
    ["utf-8", japanese, Buffer.from(`\ufeff${japanese}`)],
    ["utf-16le", japanese, Buffer.from(`\ufeff${japanese}`, "utf16le")],
    ["utf-16le", spanish, Buffer.from(spanish, "utf16le")],
    ["windows-1252", spanish, encoderOf("windows-1252")(spanish)],
    ["shift_jis", japanese, encoderOf("shift_jis")(japanese)],
    ["macintosh", spanish, encoderOf("macintosh")(spanish)],
  ])("in %s is told by how it reads", async (encoding, text, file) => {
    expect(encodingsOf(file)).toEqual([encoding]);
    const delimiter = text === spanish ? ";" : ",";
    expect(await rowsOf(file)).toEqual(
      text
        .trim()
        .split("\r\n")
        .map((line) => line.split(delimiter)),
    );
  });

  test("that could be two things is asked about, with its beginning as each reads it", async () => {
    const doubtful = Buffer.from([0x41, 0x2c, 0x42, 0x0a, 0xd1, 0xcc, 0x2c, 0x31, 0x0a]);
    const reading = await readFileTable(doubtful, null);
    expect("asks" in reading && reading.asks.length).toBeGreaterThan(1);
    if (!("asks" in reading)) return;
    for (const { rows } of reading.asks) expect(rows[0]).toEqual(["A", "B"]);
    const said = await readFileTable(doubtful, "windows-1252");
    expect("table" in said && said.table.rows[1]?.cells).toEqual(["ÑÌ", "1"]);
  });

  test("keeps line breaks, quotes and separators in quotes, and numbers rows as a sheet does", async () => {
    const text = 'a,b\r\n"x, ""y""\r\nz",2\r\n\r\n3,4\r\n';
    const reading = await readFileTable(Buffer.from(text), null);
    expect("table" in reading && reading.table.rows).toMatchObject([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ['x, "y"\r\nz', "2"] },
      { line: 4, cells: ["3", "4"] },
    ]);
  });

  test("loses exactly the mark that kept it from being a formula", async () => {
    expect(await rowsOf(Buffer.from("a,b\n'=1+1,'+81 3\n''quoted,'ok\n"))).toEqual([
      ["a", "b"],
      ["=1+1", "+81 3"],
      ["'quoted", "'ok"],
    ]);
  });

  test("with rows of different lengths, or one column, is read as it is", async () => {
    expect(await rowsOf(Buffer.from("a,b,c\n1\n1,2,3,4\n"))).toEqual([["a", "b", "c"], ["1"], ["1", "2", "3", "4"]]);
    expect(await rowsOf(Buffer.from("correo\nana@example.org\n"))).toEqual([["correo"], ["ana@example.org"]]);
  });

  test.each([
    ["a,b\n1,2\n", ","],
    ["a;b\n1,5;2\n", ";"],
    ["a\tb\n1\t2\n", "\t"],
    ["a\nb\n", null],
    ['"a;b",c\n"d;e",f\n', ","],
  ])("tells its separator: %j", (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });
});
