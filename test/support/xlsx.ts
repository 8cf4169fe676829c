import { inflateRawSync } from "node:zlib";

/** The parts of a workbook by their paths, as its directory at the end has them (APPNOTE 4.3.12). */
export function partsOfXlsx(bytes: Buffer): Map<string, string> {
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06"));
  const parts = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const name = bytes.toString("utf8", at + 46, at + 46 + (nameLength ?? 0));
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
    parts.set(name, (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString("utf8"));
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return parts;
}

/** A cell as it was written: a number, or a text. */
export type XlsxCell = number | string | null;

/** The rows of a workbook's only sheet, its headings among them. */
export function rowsOfXlsx(bytes: Buffer): XlsxCell[][] {
  const sheet = partsOfXlsx(bytes).get("xl/worksheets/sheet1.xml") ?? "";
  const width = /<cols>(.*?)<\/cols>/.exec(sheet)?.[1]?.match(/<col /g)?.length ?? 0;
  return [...sheet.matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(([, cells = ""]) => {
    const row: XlsxCell[] = Array.from({ length: width }, () => null);
    for (const [, letters = "", text, number] of cells.matchAll(cell))
      row[placeOf(letters)] = text === undefined ? Number(number) : plain(text);
    return row;
  });
}

const cell = /<c r="([A-Z]+)\d+"[^>]*>(?:<is><t[^>]*>(.*?)<\/t><\/is>|<v>(.*?)<\/v>)<\/c>/gs;

const placeOf = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const plain = (xml: string) =>
  xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll("_x005F_", "_");

/** The rows of a text as CSV (RFC 4180), its headings among them. */
export function rowsOfCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare = "", end] of text.replace(/^\ufeff/, "").matchAll(field)) {
    rows.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end !== ",") rows.push([]);
  }
  return rows.filter((row) => row.length > 1 || row[0] !== undefined).slice(0, -1);
}

const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g;
