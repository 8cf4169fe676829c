import type { ReactNode } from "react";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import type { Zone } from "#app/time/zones.ts";
import { everyColumn } from "#app/ui/display/list-query.ts";
import type { Column } from "#app/ui/display/table.tsx";

/** What a column holds. A share is between 0 and 1; a day is `2026-11-23`, an instant is shown in the list's zone. */
export type ColumnKind = "text" | "number" | "share" | "day" | "instant";

/** A text may say its language, where that need not be the page's. */
export type ListValue = string | number | { text: string; lang?: Locale | undefined } | null;

/** How a page shows a fact by default. Its cell may show others beside it, which then have none of their own. */
type OnPage<Row> = Partial<Omit<Column<Row>, "name" | "label" | "sort">> & {
  /** The fact alone, where nothing else is said. */
  cell?: (row: Row) => ReactNode;
  /** Where the cell shows more than this fact: the heading above it. */
  label?: (t: Translator) => string;
  /** The cell shows nothing else, so it stands for the fact where columns are chosen, too. */
  isAlone?: boolean;
};

/** One fact about each row, described once: page, order, choice of columns and files begin here. */
export type ListColumn<Row> = {
  /** In the address. */
  name: string;
  label: (t: Translator) => string;
  /** Text where nothing else is said. */
  kind?: ColumnKind;
  value: (row: Row, t: Translator) => ListValue;
  /** Left out unless it is asked for. */
  isExtra?: boolean;
  /** Names its row: it is never left out. */
  isHeading?: boolean;
  /** Where the list is short enough to be put in order by it. */
  isSortable?: boolean;
  /** Where its own kind would sort it otherwise. */
  compare?: (a: Row, b: Row) => number;
  /** Characters, in a spreadsheet. */
  width?: number;
  /** Where the fact's text leads to, where columns are chosen. */
  href?: (row: Row, locale: Locale) => string | null;
  onPage?: OnPage<Row>;
};

export type List<Row> = {
  /** In the audit. */
  name: string;
  /** Of the table, and of a file. */
  title: (t: Translator) => string;
  columns: readonly ListColumn<Row>[];
  keyOf: (row: Row) => string;
  /** Columns of the page that are no facts, such as a box to tick, in front of the others. */
  before?: (t: Translator) => Column<Row>[];
  /** The same behind them, such as a button for each row. */
  after?: (t: Translator) => Column<Row>[];
  /** Whose clocks its instants follow. */
  zone?: Zone;
};

/** What somebody has chosen of a list, by its address. */
export type ListChoice = {
  /** Null where nobody chose: then a page shows its own arrangement, and a file all but the extra columns. */
  columns: readonly string[] | null;
  sort: { column: string; isDown: boolean } | null;
};

/** Of a list, its names are all that a choice needs. */
type Choosable = { columns: readonly { name: string; isSortable?: boolean }[] };

/** `?columns=name,institution&sort=-name`, or `?columns=all`; what the list does not have is passed over. */
export function readChoice({ searchParams }: URL, { columns }: Choosable): ListChoice {
  const named = searchParams.getAll("columns").flatMap((names) => names.slice(0, mostLetters).split(","));
  const isChosen = (name: string) => named.includes(name) || named.includes(everyColumn);
  const chosen = columns.filter(({ name }) => isChosen(name)).map(({ name }) => name);
  const [, down = "", by] = /^(-?)(\w+)$/.exec(searchParams.get("sort") ?? "") ?? [];
  const column = columns.find(({ name, isSortable }) => name === by && isSortable);
  return {
    columns: chosen.length > 0 ? chosen : null,
    sort: column ? { column: column.name, isDown: down !== "" } : null,
  };
}

const mostLetters = 1_000;

/** The columns of a choice, in the order in which the list has them. */
export const chosenColumns = <Row>({ columns }: List<Row>, { columns: names }: ListChoice): ListColumn<Row>[] =>
  columns.filter(({ name, isExtra, isHeading }) => (names === null ? !isExtra : isHeading || names.includes(name)));

/** A fact as plain text, whatever its language. */
export const plainValue = (value: ListValue): string | number | null =>
  typeof value === "object" && value !== null ? value.text : value;
