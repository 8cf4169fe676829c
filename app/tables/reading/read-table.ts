import type { Encoding } from "./encodings.ts";

/** A row with content. Values are texts as somebody would type them: a date is `2026-11-27`, 1000 has no comma. */
export type TableRow = {
  /** Its number in the file. */
  line: number;
  /** By column, from the first. */
  cells: string[];
};

/** What a file holds. */
type ReadTable = {
  format: "xlsx" | "csv";
  rows: TableRow[];
  /** Of a workbook: the sheet that was read, and how many others there are. */
  sheet: string | null;
  otherSheets: number;
  /** Such as `A2:A5`: only the first of them has a value. */
  merged: string[];
  hiddenRows: number;
  /** Of a text. */
  encoding: Encoding | null;
};

/** What a text could be, with its beginning as each reads it. */
export type EncodingQuestion = { encoding: Encoding; rows: string[][] }[];

export type TableReading = { table: ReadTable } | { asks: EncodingQuestion };
