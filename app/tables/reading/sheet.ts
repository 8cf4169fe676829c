import { bounds } from "./bounds.ts";
import { serialText } from "./cell-text.ts";
import type { TableRow } from "./read-table.ts";
import { TableRefusal } from "./refusal.ts";
import { isOn, type Workbook, withoutEscapes } from "./workbook.ts";
import { attributeOf, scanXml } from "./xml-scan.ts";
import type { ZipPart } from "./zip-directory.ts";

type SheetRows = { rows: TableRow[]; merged: string[]; hiddenRows: number };

/** @throws TableRefusal also where a cell is a formula: what it shows may be of any day */
export async function readSheet(file: Buffer, part: ZipPart | undefined, workbook: Workbook): Promise<SheetRows> {
  if (!part) throw new TableRefusal("broken");
  const cells = new CellReader(workbook);
  await scanXml(file, part, {
    open: (name, attributes) => cells.open(name, attributes),
    text: (text) => cells.text(text),
    close: (name) => cells.close(name),
  });
  return cells.sheet;
}

/** What a cell's value means is told by its type, and by its format. */
type Cell = { type: string; format: number; text: string; hasValue: boolean };

class CellReader {
  readonly #workbook: Workbook;
  readonly sheet: SheetRows = { rows: [], merged: [], hiddenRows: 0 };
  #line = 0;
  #column = -1;
  #isHidden = false;
  #row: TableRow | null = null;
  #cell: Cell | null = null;
  #isValue = false;
  #readings = 0;
  #cells = 0;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  open(name: string, attributes: string): void {
    if (name === "c") this.#openCell(attributes);
    else if (name === "row") this.#openRow(attributes);
    else if (name === "f") throw new TableRefusal("formulas", `${letters(this.#column)}${this.#line}`);
    else if (name === "rPh") this.#readings += 1;
    else if (name === "v" || (name === "t" && this.#readings === 0)) {
      this.#isValue = true;
      if (this.#cell) this.#cell.hasValue = true;
    } else if (name === "mergeCell" && this.sheet.merged.length < bounds.merges)
      this.sheet.merged.push(attributeOf(attributes, "ref") ?? "");
  }

  text(text: string): void {
    if (this.#isValue && this.#cell) this.#cell.text += text;
  }

  close(name: string): void {
    if (name === "v" || name === "t") this.#isValue = false;
    else if (name === "rPh") this.#readings -= 1;
    else if (name === "c") this.#closeCell();
  }

  /** A row may leave its number out, and so may a cell its place. */
  #openRow(attributes: string): void {
    const line = Number(attributeOf(attributes, "r") ?? this.#line + 1);
    if (!Number.isInteger(line) || line <= this.#line) throw new TableRefusal("broken");
    this.#line = line;
    this.#column = -1;
    this.#row = null;
    this.#isHidden = isOn(attributeOf(attributes, "hidden"));
  }

  #openCell(attributes: string): void {
    const place = attributeOf(attributes, "r");
    this.#column = place ? columnOf(place) : this.#column + 1;
    const type = attributeOf(attributes, "t") ?? "n";
    this.#cell = { type, format: Number(attributeOf(attributes, "s") ?? 0), text: "", hasValue: false };
  }

  #closeCell(): void {
    const text = this.#cell ? this.#textOf(this.#cell) : "";
    this.#cell = null;
    // most cells of a large sheet are empty, and formatted
    if (text === "") return;
    this.#cells += 1;
    if (this.#cells > bounds.cells || text.length > bounds.cellText) throw new TableRefusal("tooLarge");
    const row = this.#row ?? this.#addRow();
    for (let column = row.cells.length; column < this.#column && column < mostColumns; column++) row.cells.push("");
    if (this.#column < mostColumns) row.cells[this.#column] = text;
  }

  #addRow(): TableRow {
    const row = { line: this.#line, cells: [] };
    this.#row = row;
    if (this.sheet.rows.push(row) > bounds.rows + bounds.titleRows) throw new TableRefusal("tooManyRows");
    if (this.#isHidden) this.sheet.hiddenRows += 1;
    return row;
  }

  #textOf({ type, format, text, hasValue }: Cell): string {
    if (!hasValue) return "";
    if (type === "s") return this.#workbook.strings[Number(text)] ?? "";
    if (type === "str" || type === "inlineStr") return withoutEscapes(text);
    if (type === "b") return isOn(text.trim()) ? "1" : "0";
    // a fault that some formula once had says nothing of anybody
    if (type === "e") return "";
    if (type === "d") return text.replace(/T00:00:00.*$/, "");
    const value = Number(text);
    if (text.trim() === "") return "";
    if (Number.isNaN(value)) return text;
    if (!this.#workbook.isDate[format]) return String(value);
    return serialText(this.#workbook.is1904 ? value + 1_462 : value);
  }
}

/** Further to the right stands nothing that a list has. */
const mostColumns = 1_000;

/** 0 for A, 26 for AA. */
function columnOf(place: string): number {
  let column = 0;
  for (const letter of place) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column - 1;
}

/** The name of a column, as a sheet shows it. */
export const letters = (column: number): string =>
  column < 0 ? "" : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));
