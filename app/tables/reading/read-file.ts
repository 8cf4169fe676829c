import { readCsv } from "./csv.ts";
import { decoded, type Encoding, encodingsOf } from "./encodings.ts";
import type { TableReading } from "./read-table.ts";
import { TableRefusal } from "./refusal.ts";
import { readSheet } from "./sheet.ts";
import { readWorkbook } from "./workbook.ts";
import { zipDirectory } from "./zip-directory.ts";

/** What a preview shows of a text whose encoding is asked for. */
const previewRows = 6;

/**
 * Reads a table out of a file, by what its bytes are; its name says nothing.
 * @param encoding in which somebody has said that it is written
 * @throws TableRefusal
 */
export async function readFileTable(file: Buffer, encoding: Encoding | null): Promise<TableReading> {
  if (file.length === 0) throw new TableRefusal("empty");
  return isText(file) ? readText(file, encoding) : { table: await readXlsx(file) };
}

/** How files begin, in hexadecimal: archives and old containers may be workbooks, the others are no table at all. */
const containers = ["504b0304", "d0cf11e0"];
const otherwise = ["25504446", "89504e47", "47494638", "ffd8ff", "504b", "52617221", "377abcaf"];

/** Whether it may be text; @throws TableRefusal where it says at its beginning that it is something else */
function isText(file: Buffer): boolean {
  const start = file.subarray(0, 8).toString("hex");
  const begins = (signature: string) => start.startsWith(signature);
  if (containers.some(begins)) return false;
  const words = file.subarray(0, 300).toString("utf8").replace("\ufeff", "");
  const isMarkup = /^\s*(<\?xml|<!doctype|<html|<table|\{\s*")/i.test(words);
  if (isMarkup || otherwise.some(begins)) throw new TableRefusal("notATable");
  return true;
}

async function readXlsx(file: Buffer) {
  const parts = zipDirectory(file);
  const workbook = await readWorkbook(file, parts);
  const shown = workbook.sheets.filter(({ isHidden }) => !isHidden);
  const chosen = shown[0] ?? workbook.sheets[0];
  if (!chosen) throw new TableRefusal("broken");
  const sheet = await readSheet(file, chosen.part, workbook);
  if (sheet.rows.length === 0) throw new TableRefusal("empty");
  const others = { sheet: chosen.name, otherSheets: Math.max(0, shown.length - 1) };
  return { format: "xlsx" as const, ...sheet, ...others, encoding: null };
}

function readText(file: Buffer, said: Encoding | null): TableReading {
  const possible = said ? [said] : encodingsOf(file);
  const texts = possible.flatMap((encoding) => {
    const text = decoded(file, encoding);
    return text === null ? [] : [{ encoding, text }];
  });
  const [first] = texts;
  if (!first) throw new TableRefusal("unknownText");
  if (texts.length > 1)
    return {
      asks: texts.map(({ encoding, text }) => ({
        encoding,
        rows: readCsv(text, previewRows).map(({ cells }) => cells.slice(0, 8)),
      })),
    };
  const rows = readCsv(first.text);
  if (rows.length === 0) throw new TableRefusal("empty");
  const nothing = { sheet: null, otherSheets: 0, merged: [], hiddenRows: 0 };
  return { table: { format: "csv", rows, ...nothing, encoding: first.encoding } };
}
