import type { Translator } from "#app/i18n/translator.server.ts";
import type { Instant } from "#app/time/instant.ts";
import { instantToWall } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import type { FileCell, FileColumn, FileRows } from "./file/file-cell.ts";
import { type ColumnKind, type ListColumn, plainValue } from "./list.ts";

/** So many rows are made into cells at once: a few milliseconds. */
const batchSize = 250;

/** Characters of a spreadsheet's column, where it does not say. */
const widths: Record<ColumnKind, number> = { text: 24, number: 12, share: 12, day: 12, instant: 18 };

export const fileColumn = <Row>({ label, kind = "text", width }: ListColumn<Row>, t: Translator): FileColumn => ({
  label: label(t),
  kind,
  width: width ?? widths[kind],
});

type Making<Row> = { columns: readonly ListColumn<Row>[]; zone: Zone | undefined; t: Translator };

/** Rows of a list as cells of a file, in the order of the columns. */
export const fileRows = <Row>(rows: readonly Row[], { columns, zone, t }: Making<Row>): FileRows =>
  rows.map((row) => columns.map(({ kind, value }) => cellOf(plainValue(value(row, t)), kind, zone)));

/** Spreadsheets know no zones: an instant is what a clock showed. */
const cellOf = (value: string | number | null, kind: ColumnKind | undefined, zone: Zone | undefined): FileCell =>
  kind === "instant" && zone && typeof value === "string" && value ? instantToWall(value as Instant, zone) : value;

/** Rows that are there already, so many at a time. */
export async function* batched<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += batchSize) yield rows.slice(from, from + batchSize);
}

/** A long list from its beginning to its end, so many rows at a time, each time from the last row on. */
export async function* pageByPage<Row>(
  read: (after: string | null) => Promise<{ rows: readonly Row[]; next: string | null }>,
): AsyncGenerator<readonly Row[]> {
  let after: string | null = null;
  do {
    const { rows, next } = await read(after);
    yield rows;
    after = next;
  } while (after !== null);
}
