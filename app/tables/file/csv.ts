import { type FileCell, type FileColumn, type FileRows, unwritable } from "./file-cell.ts";

/** So many characters leave at once. */
const portion = 65_536;

/**
 * A list as CSV (RFC 4180): UTF-8 with a byte order mark, by which Excel knows it; lines end with CR LF.
 * A share is a number between 0 and 1, a day `2026-11-23`, a minute `2026-11-23 09:00`.
 */
export async function* csvText(
  columns: readonly FileColumn[],
  batches: AsyncIterable<FileRows>,
): AsyncGenerator<string> {
  let text = `\ufeff${lineOf(columns.map(({ label }) => guarded(label)))}`;
  for await (const rows of batches) {
    for (const row of rows) text += lineOf(row.map((cell, index) => cellText(cell, columns[index])));
    if (text.length < portion) continue;
    yield text;
    text = "";
  }
  yield text;
}

const lineOf = (cells: readonly string[]) => `${cells.map(quoted).join(",")}\r\n`;

function cellText(cell: FileCell, column: FileColumn | undefined): string {
  if (typeof cell === "number") return Number.isFinite(cell) ? String(Math.round(cell * 10_000) / 10_000) : "";
  if (column?.kind === "day") return cell ?? "";
  if (column?.kind === "instant") return (cell ?? "").replace("T", " ");
  return guarded(cell ?? "");
}

/**
 * An apostrophe before whatever a spreadsheet might run. A text that begins with one gets another, so that whoever
 * reads the file again takes away exactly one.
 */
const guarded = (given: string) => {
  // first: what stands behind them would be the beginning
  const text = given.replace(unwritable, "");
  return /^[=+\-@＝＋－＠\t\r\n']/.test(text) ? `'${text}` : text;
};

const quoted = (text: string) => (/[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
