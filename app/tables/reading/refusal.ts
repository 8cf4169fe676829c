/** Why a file is not read. Each has its words: `work:table.<reason>`. */
const tableRefusals = [
  "oldExcel",
  "password",
  "notATable",
  "openDocument",
  "binaryExcel",
  "macros",
  "formulas",
  "broken",
  "tooLarge",
  "tooManyRows",
  "unknownText",
  "empty",
  "tooSlow",
] as const;
export type TableRefusalReason = (typeof tableRefusals)[number];

/** Says no to a file, by a word that its reader understands. */
export class TableRefusal extends Error {
  readonly because: TableRefusalReason;
  /** Where in the file, such as `D7`; empty where it is about all of it. */
  readonly cell: string;
  constructor(because: TableRefusalReason, cell = "") {
    super(because);
    this.name = "TableRefusal";
    this.because = because;
    this.cell = cell;
  }
}
