import { type ZipFile, zipOf } from "./zip-made.ts";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const related = "http://schemas.openxmlformats.org/package/2006/relationships";

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** A cell as a program writes it: XML within `c`. */
type Cell = string | number | null | { xml: string };

export type Made = {
  rows: Cell[][];
  /** As Excel and Google Sheets share texts, or as others write them into the cell. */
  isInline?: boolean;
  /** By their numbers, from 1. */
  hidden?: number[];
  merged?: string[];
  is1904?: boolean;
  /** Without the places that Excel writes at each row and cell. */
  isPlaceless?: boolean;
  /** Texts with formats and readings, in place of those of this name. */
  rich?: Record<string, string>;
  /** Further parts, or others in place of those of the same name. */
  parts?: Record<string, string>;
};

/** The parts of a workbook; styles 1 and 2 are dates, 3 is text. */
export function partsOf({ rows, isInline, hidden = [], merged = [], is1904, isPlaceless, rich = {}, parts }: Made) {
  const strings = [...new Set(rows.flat().filter((cell) => typeof cell === "string"))];
  const cellOf = (cell: Cell, row: number, column: number) => {
    const place = isPlaceless ? "" : ` r="${String.fromCharCode(65 + column)}${row + 1}"`;
    if (cell === null) return isPlaceless ? "<c/>" : "";
    if (typeof cell === "object") return cell.xml.replace("<c", `<c${place}`);
    if (typeof cell === "number") return `<c${place}><v>${cell}</v></c>`;
    if (isInline) return `<c${place} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
    return `<c${place} t="s"><v>${strings.indexOf(cell)}</v></c>`;
  };
  const rowOf = (cells: Cell[], row: number) => {
    const attributes = `${isPlaceless ? "" : ` r="${row + 1}"`}${hidden.includes(row + 1) ? ' hidden="1"' : ""}`;
    return `<row${attributes}>${cells.map((cell, column) => cellOf(cell, row, column)).join("")}</row>`;
  };
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  const texts = strings.map((text) => rich[text] ?? `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join("");
  return {
    "[Content_Types].xml": `${head}<Types/>`,
    "_rels/.rels": `${head}<Relationships xmlns="${related}"><Relationship Id="rId1"
      Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${head}<workbook ${main} xmlns:r="${relations}"><workbookPr${is1904 ? ' date1904="1"' : ""}/>
      <sheets><sheet name="Notas" sheetId="2" state="hidden" r:id="rId9"/>
      <sheet name="Lista" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${head}<Relationships xmlns="${related}">
      <Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/>
      <Relationship Id="rId9" Type="${relations}/worksheet" Target="/xl/worksheets/sheet9.xml"/>
      <Relationship Id="rId2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/>
      <Relationship Id="rId3" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `${head}<styleSheet ${main}>
      <numFmts><numFmt numFmtId="200" formatCode="yyyy&quot;年&quot;m"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="200"/><xf numFmtId="49"/><xf numFmtId="30"/></cellXfs>
      </styleSheet>`,
    "xl/sharedStrings.xml": `${head}<sst ${main}>${texts}</sst>`,
    "xl/worksheets/sheet9.xml": `${head}<worksheet ${main}>
      <sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>no</t></is></c>
      </row></sheetData></worksheet>`,
    "xl/worksheets/sheet1.xml": `${head}<worksheet ${main}><sheetData>${rows.map(rowOf).join("")}</sheetData>
      <mergeCells>${merges}</mergeCells></worksheet>`,
    ...parts,
  };
}

export const zipFilesOf = (parts: Record<string, string>): ZipFile[] =>
  Object.entries(parts).map(([name, bytes]) => ({ name, bytes }));

/** A workbook as others make them. */
export const xlsxOf = (made: Made): Buffer => zipOf(zipFilesOf(partsOf(made)));

/** A sheet with these rows, as XML. */
export const sheetXml = (inner: string) => `${head}<worksheet ${main}><sheetData>${inner}</sheetData></worksheet>`;
