import { CsvError, parse } from "csv-parse/sync";
import { bounds } from "./bounds.ts";
import type { TableRow } from "./read-table.ts";
import { TableRefusal } from "./refusal.ts";

/** The rows of a text with values between commas, semicolons or tabs. @throws TableRefusal */
export function readCsv(text: string, most = Number.POSITIVE_INFINITY): TableRow[] {
  let breaks = 0;
  const rows = parsed(text, most).flatMap(({ record, info }): TableRow[] => {
    breaks += record.reduce((sum, cell) => sum + breaksIn(cell), 0);
    // as a sheet numbers its rows: one with line breaks in its cells is one row
    return record.some((cell) => cell.trim() !== "")
      ? [{ line: info.lines - breaks, cells: record.map(cellText) }]
      : [];
  });
  if (rows.length > bounds.rows + bounds.titleRows) throw new TableRefusal("tooManyRows");
  return rows;
}

type Parsed = { record: string[]; info: { lines: number } };

function parsed(text: string, most: number): Parsed[] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text) ?? ",",
      info: true,
      bom: true,
      // of which a text that several programs have written has all
      recordDelimiter: ["\r\n", "\n", "\r"],
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
      maxRecordSize: bounds.tag,
      to: Math.min(most, bounds.rows + bounds.titleRows + 1),
    }) as unknown as Parsed[];
  } catch (error) {
    throw error instanceof CsvError ? new TableRefusal("broken") : error;
  }
}

/** Each sign of a break counts as a line by itself where the text is read. */
const breaksIn = (cell: string) => cell.match(/[\r\n]/g)?.length ?? 0;

/** What was written so that no sheet takes it for a formula has lost its mark: exactly one. */
const cellText = (cell: string) => (/^'[=+\-@＝＋－＠\t\r']/.test(cell) ? cell.slice(1) : cell);

const judgedLines = 50;

/** The sign between values: that by which most lines have the same number of them. Null where lines have but one. */
export function delimiterOf(text: string): string | null {
  let best: { delimiter: string; share: number } | null = null;
  for (const delimiter of [",", ";", "\t"]) {
    const counts = fieldCounts(text, delimiter);
    const lines = counts.values().reduce((sum, count) => sum + count, 0);
    for (const [fields, count] of counts) {
      const share = (count * 100) / Math.max(1, lines) + fields / 100;
      if (fields > 1 && share >= 60 && share > (best?.share ?? 0)) best = { delimiter, share };
    }
  }
  return best?.delimiter ?? null;
}

/** How many of the first lines have how many fields. */
function fieldCounts(text: string, delimiter: string): Map<number, number> {
  const counts = new Map<number, number>();
  let [fields, lines, isQuoted] = [1, 0, false];
  for (let at = 0; at < text.length && lines < judgedLines; at++) {
    const sign = text[at];
    if (sign === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (sign === delimiter) fields += 1;
    else if (sign === "\n" || (sign === "\r" && text[at + 1] !== "\n") || at === text.length - 1) {
      counts.set(fields, (counts.get(fields) ?? 0) + 1);
      fields = 1;
      lines += 1;
    }
  }
  return counts;
}
