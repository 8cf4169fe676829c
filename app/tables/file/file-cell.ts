import type { ColumnKind } from "#app/tables/list.ts";

/** A text or a number. A day is `2026-11-23`, and a minute on some clock `2026-11-23T09:00`. */
export type FileCell = string | number | null;

export type FileColumn = {
  label: string;
  kind: ColumnKind;
  /** Characters. */
  width: number;
  /** What a workbook offers in each cell below the heading. Something else may be written, too. */
  choices?: readonly string[];
};

/** What a list's file is besides its rows. */
export type FileShape = {
  format: FileFormat;
  title: string;
  /** The reader's language, such as `es`: a spreadsheet takes its letters by it. */
  language: string;
  columns: FileColumn[];
  /** The name of a hidden sheet of the workbook, which holds what columns offer. It is not the list's title. */
  choicesTitle?: string;
};

export const fileFormats = ["xlsx", "csv"] as const;
export type FileFormat = (typeof fileFormats)[number];

/** Rows as they are handed to the thread that packs them. */
export type FileRows = FileCell[][];

/** What no program may be handed in a text: control characters other than tab and the ends of lines. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
