import type { Key, ReactNode } from "react";

/** One column, described once: from its label come the heading and what a phone's card says before the value. */
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
  /** On a phone's card the value needs its label before it. */
  isLabelled?: boolean;
  /** Left out on paper. */
  isOnScreenOnly?: boolean;
  /** How the cells are set. */
  className?: string;
};

type TableProps<Row> = {
  columns: Column<Row>[];
  rows: Row[];
  keyOf: (row: Row) => Key;
  /** Stands out from the others. */
  isMarked?: (row: Row) => boolean;
  caption?: string;
  /** Smaller letters on paper, for many columns. */
  isDense?: boolean;
};

/**
 * Rows of data, each a small card on a phone.
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

type TableFrameProps<Row> = Pick<TableProps<Row>, "columns" | "caption" | "isDense"> & { children: ReactNode };

/** A table's headings, over groups of rows that a page puts together itself. */
export function TableFrame<Row>({ columns, caption, isDense, children }: TableFrameProps<Row>) {
  return (
    <div className="panel overflow-x-auto print:overflow-visible">
      <table className={`rows rows-cards ${isDense ? "print:text-sm" : ""}`}>
        <TableHead columns={columns} caption={caption} />
        {children}
      </table>
    </div>
  );
}

/** Few columns of figures, within something else; they stay a table on a phone. */
export function SmallTable<Row>({ columns, rows, keyOf, caption }: TableProps<Row> & { caption: string }) {
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
      {caption ? <caption className="sr-only">{caption}</caption> : null}
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.name} scope="col" className={setting(column)}>
              {column.hasHiddenLabel ? <span className="sr-only">{column.label}</span> : column.label}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}

/** Below or beside the number that it explains. */
export const BesideNumber = ({ children }: { children: ReactNode }) => (
  <>
    {" "}
    <span className="text-sm max-sm:ms-1 sm:block text-hint">{children}</span>
  </>
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
