import type { ReactNode } from "react";
import type { Translator } from "#app/i18n/translator.server.ts";
import { ListTools } from "#app/ui/display/list-tools.tsx";
import { type Column, Table } from "#app/ui/display/table.tsx";
import { useWholeTranslation } from "./every-text.ts";
import { chosenColumns, type List, type ListChoice, type ListColumn, plainValue } from "./list.ts";
import { factText, none } from "./list-text.ts";

type ListTableProps<Row> = {
  list: List<Row>;
  rows: readonly Row[];
  choice: ListChoice;
  /** Where the page has another name for what it shows of the list. */
  caption?: string;
  isDense?: boolean;
  isNumbered?: boolean;
};

/** A described list on its page, with what can be done with it as a whole. */
export const ListTable = <Row,>(props: ListTableProps<Row>) => (
  <>
    <ListMenu list={props.list} choice={props.choice} />
    <ListRows {...props} />
  </>
);

/** Files, columns and order. Where the rows stand in a form, it stands before that: it is one itself. */
export function ListMenu<Row>({ list, choice }: Pick<ListTableProps<Row>, "list" | "choice">) {
  const { t } = useWholeTranslation();
  return <ListTools {...toolsOf(list, choice, t)} />;
}

/** The rows alone. */
export function ListRows<Row>({ list, rows, choice, caption, ...setting }: ListTableProps<Row>) {
  const { t } = useWholeTranslation();
  return (
    <Table
      caption={caption ?? list.title(t)}
      id="list"
      columns={[...(list.before?.(t) ?? []), ...columnsOf(list, choice, t), ...(list.after?.(t) ?? [])]}
      rows={rows as Row[]}
      keyOf={list.keyOf}
      {...setting}
    />
  );
}

function toolsOf<Row>(list: List<Row>, choice: ListChoice, t: Translator) {
  const chosen = chosenColumns(list, choice);
  const { columns, sort } = choice;
  return {
    columns: list.columns.map((column) => ({
      name: column.name,
      label: column.label(t),
      isChosen: chosen.includes(column),
      isFixed: column.isHeading === true,
      isSortable: column.isSortable === true,
    })),
    sort: sort ? `${sort.isDown ? "-" : ""}${sort.column}` : "",
    isChanged: columns !== null || sort !== null,
  };
}

/** The page's own arrangement; or, where somebody has chosen columns, these, each by itself. */
function columnsOf<Row>(list: List<Row>, choice: ListChoice, t: Translator): Column<Row>[] {
  const shown =
    choice.columns === null ? list.columns.filter(({ onPage }) => onPage !== undefined) : chosenColumns(list, choice);
  return shown.map((column) => {
    const { name, label, isHeading, isSortable, onPage } = column;
    const sort = isSortable ? sortOf(column, choice) : undefined;
    const about = { name, label: label(t), isHeading, sort };
    const plain = { ...about, ...plainSetting(column, choice.columns !== null), cell: plainCell(list, column) };
    if (!onPage || !(choice.columns === null || onPage.isAlone)) return plain;
    const { label: above = label, cell, isAlone: _, ...setting } = onPage;
    return cell ? { ...about, ...setting, label: above(t), cell } : { ...plain, ...setting };
  });
}

const sortOf = <Row,>({ name }: ListColumn<Row>, { sort }: ListChoice): Column<Row>["sort"] =>
  sort?.column !== name ? "none" : sort.isDown ? "down" : "up";

/** Characters in a spreadsheet, from which on a text is one of several words. */
const longText = 32;

/** @param isChosen where many may stand side by side: Japanese would be broken behind each character */
function plainSetting<Row>({ kind = "text", width = 0 }: ListColumn<Row>, isChosen: boolean): Partial<Column<Row>> {
  const room = width < longText ? "sm:min-w-28" : "sm:min-w-56";
  if (kind === "text") return { isLabelled: true, ...(isChosen && { className: room }) };
  const isNumber = kind === "number" || kind === "share";
  return { isLabelled: true, isNumber, className: "whitespace-nowrap" };
}

const plainCell = <Row,>({ zone }: List<Row>, column: ListColumn<Row>) =>
  function plain(row: Row) {
    return <Fact row={row} column={column} zone={zone} />;
  };

type FactProps<Row> = { row: Row; column: ListColumn<Row>; zone: List<Row>["zone"] };

function Fact<Row>({ row, column, zone }: FactProps<Row>): ReactNode {
  const { t, locale } = useWholeTranslation();
  const { kind = "text", href } = column;
  const value = column.value(row, t);
  const lang = typeof value === "object" && value?.lang !== locale ? value?.lang : undefined;
  const text = factText(plainValue(value), kind, locale, zone);
  const to = text === none ? null : (href?.(row, locale) ?? null);
  if (to === null) return lang ? <span lang={lang}>{text}</span> : text;
  return (
    <a className="link" href={to} lang={lang}>
      {text}
    </a>
  );
}
