import type { Key, ReactNode } from "react";
import { SortLink } from "./sort-link.tsx";

/** One column, described once: from its label come the heading and what a card says before the value. */
export type Column<Row> = {
  name: string;
  label: string;
  /** What stands in the cell of a row. */
  cell: (row: Row) => ReactNode;
  /** The cell that names its row. */
  isHeading?: boolean;
  isNumber?: boolean;
  /** Only read aloud above the column: the cells speak for themselves. */
  hasHiddenLabel?: boolean;
  /** On a card the value needs its label before it. */
  isLabelled?: boolean;
  /** Left out on paper. */
  isOnScreenOnly?: boolean;
  /** Where a press on the heading puts the rows in order by it: the order that they have by it now. */
  sort?: "up" | "down" | "none";
  /** How the cells are set. */
  className?: string;
};

type TableProps<Row> = {
  columns: Column<Row>[];
  rows: Row[];
  keyOf: (row: Row) => Key;
  /** Stands out from the others. */
  isMarked?: (row: Row) => boolean;
  /** The table's name, for whoever hears the page or goes from table to table. */
  caption: string;
  /** Where a link past what stands above leads to. */
  id?: string;
  /** Smaller letters on paper, for many columns. */
  isDense?: boolean;
  /** On paper each row has its number: whoever stands with it in the room counts by it. */
  isNumbered?: boolean;
};

/**
 * Rows of data, each a small card where the frame is narrow.
 * Whatever sorts, exports or pages a list begins at its columns: here they are only drawn.
 */
export function Table<Row>({ columns, rows, keyOf, isMarked, ...frame }: TableProps<Row>) {
  return (
    <TableFrame columns={columns} {...frame}>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} className={isMarked?.(row) ? "bg-key-tint" : undefined}>
            <Cells columns={columns} row={row} />
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

type TableFrameProps<Row> = Omit<TableProps<Row>, "rows" | "keyOf" | "isMarked"> & { children: ReactNode };

/** A table's headings, over groups of rows that a page puts together itself. */
export function TableFrame<Row>({ columns, caption, id, isDense, isNumbered, children }: TableFrameProps<Row>) {
  const names = ["rows rows-cards", isDense && "print:text-sm", isNumbered && "rows-numbered"];
  return (
    <div id={id} tabIndex={id ? -1 : undefined} className="panel rows-frame">
      <table className={names.filter(Boolean).join(" ")}>
        <TableHead columns={columns} caption={caption} />
        {children}
      </table>
    </div>
  );
}

/** Few columns of figures, within something else; they stay a table on a phone. */
export function SmallTable<Row>({ columns, rows, keyOf, caption }: TableProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: else the keyboard could not scroll a table without links
    <section aria-label={caption} tabIndex={0} className="overflow-x-auto">
      <table className="rows">
        <TableHead columns={columns} caption={caption} />
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <Cells columns={columns} row={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function TableHead<Row>({ columns, caption }: Pick<TableProps<Row>, "columns" | "caption">) {
  return (
    <>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.name} scope="col" className={setting(column)} aria-sort={ariaSort[column.sort ?? "none"]}>
              <Heading {...column} />
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}

const ariaSort = { up: "ascending", down: "descending", none: undefined } as const;

function Heading<Row>({ name, label, hasHiddenLabel, sort }: Column<Row>) {
  if (hasHiddenLabel) return <span className="sr-only">{label}</span>;
  return sort ? <SortLink name={name} label={label} sort={sort} /> : label;
}

/** Below the number that it explains; on a card beside it. */
export const BesideNumber = ({ children }: { children: ReactNode }) => (
  <>
    {" "}
    <span className="block text-sm text-hint cards:ms-1 cards:inline">{children}</span>
  </>
);

type GroupRowProps = { columns: { name: string }[]; children: ReactNode };

/** Names the rows below it: the first row of their `tbody`. */
export const GroupRow = ({ columns, children }: GroupRowProps) => (
  <tr className="rows-group">
    <th scope="rowgroup" colSpan={columns.length}>
      {children}
    </th>
  </tr>
);

type CellsProps<Row> = {
  columns: Column<Row>[];
  row: Row;
  /** Names the rows below it too. */
  isGroup?: boolean;
};

/** The cells of one row. */
export function Cells<Row>({ columns, row, isGroup }: CellsProps<Row>) {
  return columns.map((column) => {
    const { name, label, cell, isHeading, isLabelled } = column;
    const className = setting(column, column.className);
    if (isHeading)
      return (
        <th key={name} scope={isGroup ? "rowgroup" : "row"} className={className}>
          {cell(row)}
        </th>
      );
    return (
      <td key={name} data-label={isLabelled ? label : undefined} className={className}>
        {cell(row)}
      </td>
    );
  });
}

/** What heading and cells of a column share. */
function setting<Row>({ isNumber, isOnScreenOnly }: Column<Row>, own?: string): string | undefined {
  const names = [isNumber && "number", isOnScreenOnly && "print:hidden", own];
  return names.filter(Boolean).join(" ") || undefined;
}
