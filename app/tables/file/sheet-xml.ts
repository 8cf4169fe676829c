import type { ColumnKind } from "#app/tables/list.ts";
import { type FileCell, type FileColumn, type FileRows, unwritable } from "./file-cell.ts";

/** A sheet under way; how many rows it has, its headings among them, is known at its end. */
export type SheetUnderWay = {
  columns: readonly FileColumn[];
  rows: number;
  /** The sheet that has what columns offer, as formulas name it. */
  choicesSheet: string;
};

/** Rows of a sheet, as far as any program reads. */
const mostRows = 1_048_576;
/** Characters of a cell, as far as Excel takes them. */
const longestCell = 32_767;
/** So many characters leave at once. */
const portion = 65_536;

/** How each kind is written. A text's format keeps `007` as it is, also where somebody edits its cell. */
const formats: Record<ColumnKind, string> = {
  text: "@",
  number: "#,##0",
  share: "0%",
  day: "yyyy\\-mm\\-dd",
  instant: "yyyy\\-mm\\-dd\\ hh:mm",
};
const kinds = Object.keys(formats) as ColumnKind[];
/** Of the workbook's styles: the first is no style, the second that of headings. */
const headingStyle = 1;
const styleOf = (kind: ColumnKind) => kinds.indexOf(kind) + 2;
const firstFormat = 164;

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`;

/** A list as a sheet of a workbook: its heading stays in sight and filters, and stands on each page of paper. */
export async function* sheetXml(sheet: SheetUnderWay, batches: AsyncIterable<FileRows>): AsyncGenerator<string> {
  const letters = sheet.columns.map((_, index) => columnLetters(index));
  const styles = sheet.columns.map(({ kind }) => styleOf(kind));
  let text = sheetBegin(sheet.columns);
  for await (const rows of batches) {
    for (const row of rows) {
      sheet.rows += 1;
      if (sheet.rows > mostRows) throw new RangeError("a sheet has no more rows");
      text += rowXml(row, sheet.rows, { letters, styles });
    }
    if (text.length < portion) continue;
    yield text;
    text = "";
  }
  yield text + sheetEnd(letters.at(-1) ?? "A", sheet);
}

function rowXml(row: FileCell[], number: number, { letters, styles }: { letters: string[]; styles: number[] }): string {
  let cells = "";
  for (const [index, cell] of row.entries()) cells += cellXml(cell, `${letters[index]}${number}`, styles[index] ?? 0);
  return `<row r="${number}">${cells}</row>`;
}

function sheetBegin(columns: readonly FileColumn[]): string {
  const cols = columns.map(
    ({ width, kind }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${styleOf(kind)}" customWidth="1"/>`,
  );
  const headings = columns.map(({ label }, index) => textXml(label, `${columnLetters(index)}1`, headingStyle));
  return (
    `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft"` +
    ` state="frozen"/></sheetView></sheetViews><cols>${cols.join("")}</cols>` +
    `<sheetData><row r="1">${headings.join("")}</row>`
  );
}

/** A4 across, as many pages long as it takes. */
const sheetEnd = (lastColumn: string, sheet: SheetUnderWay) =>
  `</sheetData><autoFilter ref="A1:${lastColumn}${Math.max(sheet.rows, 2)}"/>${validationsXml(sheet)}` +
  `<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>` +
  `<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>` +
  `<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`;

/** Lists to choose from. No message: whoever writes something else may know better. */
function validationsXml({ columns, choicesSheet }: SheetUnderWay): string {
  const each = columns.flatMap(({ choices }, index) => {
    if (!choices?.length) return [];
    const letters = columnLetters(index);
    const range = `${choicesSheet}!$${letters}$1:$${letters}$${choices.length}`;
    return [
      `<dataValidation type="list" allowBlank="1" sqref="${letters}2:${letters}${mostRows}">` +
        `<formula1>${escapeXml(range)}</formula1></dataValidation>`,
    ];
  });
  return each.length > 0 ? `<dataValidations count="${each.length}">${each.join("")}</dataValidations>` : "";
}

/** What columns offer, each below the letters that it has in the list. */
export function choicesXml(columns: readonly FileColumn[]): string {
  const length = Math.max(...columns.map(({ choices }) => choices?.length ?? 0));
  const rows = Array.from({ length }, (_, row) => {
    const cells = columns.map(({ choices }, index) => {
      const text = choices?.[row];
      return text === undefined ? "" : textXml(text, `${columnLetters(index)}${row + 1}`, 0);
    });
    return `<row r="${row + 1}">${cells.join("")}</row>`;
  });
  return `${declaration}<worksheet xmlns="${main}"><sheetData>${rows.join("")}</sheetData></worksheet>`;
}

function cellXml(cell: FileCell, at: string, style: number): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? numberXml(cell, at, style) : "";
  const isDay = style === styleOf("day") || style === styleOf("instant");
  return isDay ? numberXml(daysSince1900(cell), at, style) : textXml(cell, at, style);
}

const numberXml = (value: number, at: string, style: number) => `<c r="${at}" s="${style}"><v>${value}</v></c>`;

/** Nothing where a text has only signs that XML has not: an empty text would be a value. */
function textXml(text: string, at: string, style: number): string {
  const cut = text.length > longestCell ? `${text.slice(0, longestCell - 1)}…` : text;
  const written = escapeXml(cut);
  const space = /^\s|\s$|\n/.test(cut) ? ' xml:space="preserve"' : "";
  return written && `<c r="${at}" t="inlineStr" s="${style}"><is><t${space}>${written}</t></is></c>`;
}

/** As spreadsheets count: the first of January 1900 is day 1, and a leap year that never was lies behind it. */
const daysSince1900 = (local: string) =>
  Math.round((Date.parse(`${local.length > 10 ? local : `${local}T00:00`}Z`) / 86_400_000 + 25_569) * 1e6) / 1e6;

/** A, B … Z, AA: the names of columns. */
export const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "" };

/**
 * Control characters are left out: XML has none. A text that says `_x000B_` has its underscore written as such a code,
 * or Excel would read a control character.
 */
export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(unwritable, "")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[&<>"\r]/g, (sign) => entities[sign] ?? "");

/** The styles that the cells name, in letters that have the reader's own. */
export function stylesXml(language: string): string {
  const font = `<sz val="11"/><name val="${language === "ja" ? "Yu Gothic" : "Calibri"}"/>`;
  const codes = kinds.map(
    (kind, index) => `<numFmt numFmtId="${firstFormat + index}" formatCode="${escapeXml(formats[kind])}"/>`,
  );
  const styles = kinds.map((_, index) => `<xf xfId="0" numFmtId="${firstFormat + index}" applyNumberFormat="1"/>`);
  return (
    `${declaration}<styleSheet xmlns="${main}"><numFmts count="${codes.length}">${codes.join("")}</numFmts>` +
    `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>` +
    `<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
    `<fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF5"/></patternFill></fill></fills>` +
    `<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>` +
    `<cellXfs count="${styles.length + 2}"><xf xfId="0"/>` +
    `<xf xfId="0" fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1">` +
    `<alignment wrapText="1" vertical="top"/></xf>${styles.join("")}</cellXfs>` +
    `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
  );
}
