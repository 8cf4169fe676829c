import { Readable } from "node:stream";
import yazl from "yazl";
import type { FileRows, FileShape } from "./file-cell.ts";
import { choicesXml, columnLetters, escapeXml, type SheetUnderWay, sheetXml, stylesXml } from "./sheet-xml.ts";

/** Quick rather than small: a list is downloaded once. */
const compressionLevel = 3;

const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`;
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const parts = "http://schemas.openxmlformats.org/package/2006/";
const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * A list as a workbook (ECMA-376) of one sheet, and a hidden one where columns offer something. Bytes leave while rows
 * still come in.
 */
export function xlsxBytes(shape: FileShape, batches: AsyncIterable<FileRows>): Readable {
  const { columns, language, choicesTitle = "–" } = shape;
  const hasChoices = columns.some(({ choices }) => choices !== undefined);
  const sheet: SheetUnderWay = { columns, rows: 1, choicesSheet: quotedName(choicesTitle) };
  const zip = new yazl.ZipFile();
  const add = (path: string, text: string) => zip.addBuffer(Buffer.from(text), path);
  add("[Content_Types].xml", contentTypes(hasChoices));
  add("_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]]));
  add(
    "xl/_rels/workbook.xml.rels",
    relations([
      ["worksheet", "worksheets/sheet1.xml"],
      ["styles", "styles.xml"],
      ...(hasChoices ? [["worksheet", "worksheets/sheet2.xml"] as const] : []),
    ]),
  );
  add("xl/styles.xml", stylesXml(language));
  if (hasChoices) add("xl/worksheets/sheet2.xml", choicesXml(columns));
  zip.addReadStream(Readable.from(sheetXml(sheet, batches)), "xl/worksheets/sheet1.xml", { compressionLevel });
  // behind the rows: it names the last of them
  zip.addReadStreamLazy("xl/workbook.xml", {}, (found) =>
    found(null, Readable.from([Buffer.from(workbookXml(shape, sheet, hasChoices))])),
  );
  zip.end();
  return zip.outputStream as Readable;
}

const contentTypes = (hasChoices: boolean) =>
  `${declaration}<Types xmlns="${parts}content-types">` +
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Default Extension="xml" ContentType="application/xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>` +
  ["sheet1", ...(hasChoices ? ["sheet2"] : [])]
    .map((name) => `<Override PartName="/xl/worksheets/${name}.xml" ContentType="${type}.worksheet+xml"/>`)
    .join("") +
  "</Types>";

function relations(targets: readonly (readonly [kind: string, target: string])[]): string {
  const each = targets.map(
    ([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}${kind}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${parts}relationships">${each.join("")}</Relationships>`;
}

/**
 * The filter and the heading of each printed page are names of cells. They name the last row that there is: a name over
 * all possible rows makes some readers run out of memory.
 */
function workbookXml(shape: FileShape, { columns, rows }: SheetUnderWay, hasChoices: boolean): string {
  const { title, choicesTitle = "–" } = shape;
  const quoted = escapeXml(quotedName(title));
  const nameXml = (text: string) => escapeXml(sheetName(text));
  const last = `$${columnLetters(columns.length - 1)}$${Math.max(rows, 2)}`;
  return (
    `${declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"` +
    ` xmlns:r="${office.slice(0, -1)}">` +
    `<sheets><sheet name="${nameXml(title)}" sheetId="1" r:id="rId1"/>` +
    (hasChoices ? `<sheet name="${nameXml(choicesTitle)}" sheetId="2" state="hidden" r:id="rId3"/>` : "") +
    `</sheets><definedNames>` +
    `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${quoted}!$A$1:${last}</definedName>` +
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">${quoted}!$1:$1</definedName>` +
    `</definedNames></workbook>`
  );
}

/** As a formula names a sheet. */
const quotedName = (title: string) => `'${sheetName(title).replaceAll("'", "''")}'`;

/** Without what a sheet's name may not have, and as long as it may be. It is never empty. */
const sheetName = (title: string) => {
  const clean = title.replace(/[\\/?*[\]:]/g, " ").replace(/^'+|'+$/g, "");
  return [...clean].slice(0, 31).join("").trim() || "–";
};
