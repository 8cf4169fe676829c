import { bounds } from "./bounds.ts";
import { TableRefusal } from "./refusal.ts";
import { attributeOf, scanXml } from "./xml-scan.ts";
import { partName, type ZipPart } from "./zip-directory.ts";

/** What a sheet's cells refer to, and where the sheets are. */
export type Workbook = {
  sheets: { name: string; isHidden: boolean; part: ZipPart | undefined }[];
  strings: string[];
  /** Of each cell format, whether it shows a date. */
  isDate: boolean[];
  /** Whether days are counted from 1904. */
  is1904: boolean;
};

type Parts = Map<string, ZipPart>;
type Relation = { type: string; target: string };

/** @throws TableRefusal */
export async function readWorkbook(file: Buffer, parts: Parts): Promise<Workbook> {
  const top = await relationsOf(file, parts, "");
  const path = [...top.values()].find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  if (!parts.has(path)) throw new TableRefusal("notATable");
  const relations = await relationsOf(file, parts, path);
  const partOf = (type: string) =>
    parts.get([...relations.values()].find((relation) => relation.type === type)?.target ?? "");
  const { sheets, is1904 } = await readSheetList(file, parts.get(path));
  return {
    sheets: sheets
      .filter(({ id }) => relations.get(id)?.type === "worksheet")
      .map(({ id, ...sheet }) => ({ ...sheet, part: parts.get(relations.get(id)?.target ?? "") })),
    is1904,
    strings: await readStrings(file, partOf("sharedStrings")),
    isDate: await readFormats(file, partOf("styles")),
  };
}

/** What a part refers to, by id. What lies outside of the file is never looked at. */
async function relationsOf(file: Buffer, parts: Parts, path: string): Promise<Map<string, Relation>> {
  const found = new Map<string, Relation>();
  await scanXml(file, parts.get(path.replace(/([^/]*)$/, "_rels/$1.rels")), {
    open(name, attributes) {
      if (name !== "Relationship" || attributeOf(attributes, "TargetMode") === "External") return;
      const type = (attributeOf(attributes, "Type") ?? "").split("/").at(-1) ?? "";
      const target = resolved(path, attributeOf(attributes, "Target") ?? "");
      found.set(attributeOf(attributes, "Id") ?? "", { type, target });
    },
  });
  return found;
}

const resolved = (from: string, target: string) => partName(decodeURI(new URL(target, `http://part/${from}`).pathname));

async function readSheetList(file: Buffer, part: ZipPart | undefined) {
  const sheets: { name: string; isHidden: boolean; id: string }[] = [];
  let is1904 = false;
  let isWorkbook = false;
  await scanXml(file, part, {
    open(name, attributes) {
      if (name === "workbook") isWorkbook = true;
      // a later element of the same name, in an extension, has no such attribute
      if (name === "workbookPr") is1904 ||= isOn(attributeOf(attributes, "date1904"));
      if (name !== "sheet") return;
      const isHidden = (attributeOf(attributes, "state") ?? "visible") !== "visible";
      sheets.push({
        name: attributeOf(attributes, "name") ?? "",
        isHidden,
        id: attributeOf(attributes, "id") ?? "",
      });
    },
  });
  if (!isWorkbook) throw new TableRefusal("notATable");
  return { sheets, is1904 };
}

export const isOn = (value: string | undefined) => value === "1" || value === "true";

/** Texts that cells share. The reading of kanji, in `rPh`, is no part of a text. */
async function readStrings(file: Buffer, part: ZipPart | undefined): Promise<string[]> {
  const strings: string[] = [];
  let text = "";
  let isText = false;
  let readings = 0;
  await scanXml(file, part, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") readings += 1;
      else if (name === "t") isText = readings === 0;
    },
    text(more) {
      if (isText) text += more;
    },
    close(name) {
      if (name === "t") isText = false;
      else if (name === "rPh") readings -= 1;
      else if (name === "si" && strings.push(withoutEscapes(text)) > bounds.strings) throw new TableRefusal("tooLarge");
    },
  });
  return strings;
}

/** Excel writes a control character as `_x000D_`. */
export const withoutEscapes = (text: string) =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

async function readFormats(file: Buffer, part: ZipPart | undefined): Promise<boolean[]> {
  const own = new Map<number, boolean>();
  const isDate: boolean[] = [];
  let isCell = false;
  await scanXml(file, part, {
    open(name, attributes) {
      const id = () => Number(attributeOf(attributes, "numFmtId") ?? 0);
      if (name === "numFmt") own.set(id(), showsDate(attributeOf(attributes, "formatCode") ?? ""));
      else if (name === "cellXfs") isCell = true;
      else if (name === "xf" && isCell) isDate.push(own.get(id()) ?? isDateFormat(id()));
    },
    close(name) {
      if (name === "cellXfs") isCell = false;
    },
  });
  return isDate;
}

/** 27–36 and 50–58 are dates in the Japanese Excel, and stand in no file. */
const isDateFormat = (id: number) =>
  [
    [14, 22],
    [27, 36],
    [45, 47],
    [50, 58],
  ].some(([from = 0, to = 0]) => id >= from && id <= to);

/** Whether a format of the file's own shows a date: its letters, without what is written as it stands. */
const showsDate = (format: string) =>
  /[ymdhseg]/i.test(
    format.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|general/gi, "").replace(/E[+-]/gi, ""),
  );
