import { collator } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { type List, type ListChoice, type ListColumn, plainValue, readChoice } from "./list.ts";

type Reader = { t: Translator; locale: Locale };

/** A short list as its address asks for it: what is chosen of it, and its rows in that order. */
export function asChosen<Row>(rows: readonly Row[], list: List<Row>, reader: Reader & { url: URL }) {
  const choice = readChoice(reader.url, list);
  return { choice, rows: inChosenOrder(rows, list, choice, reader) };
}

/** Rows in the order that somebody has chosen, or as they are. What is empty comes last, either way. */
export function inChosenOrder<Row>(
  rows: readonly Row[],
  list: List<Row>,
  { sort }: ListChoice,
  reader: Reader,
): readonly Row[] {
  const column = sort && list.columns.find(({ name }) => name === sort.column);
  if (!column) return rows;
  const compare = comparing(column, reader);
  const sign = sort.isDown ? -1 : 1;
  const isEmpty = (row: Row) => Number((plainValue(column.value(row, reader.t)) ?? "") === "");
  return rows.toSorted((a, b) => isEmpty(a) - isEmpty(b) || sign * compare(a, b));
}

function comparing<Row>({ compare, value }: ListColumn<Row>, { t, locale }: Reader): (a: Row, b: Row) => number {
  if (compare) return compare;
  const byText = collator(locale);
  return (one, other) => {
    const [a, b] = [plainValue(value(one, t)) ?? "", plainValue(value(other, t)) ?? ""];
    return typeof a === "number" && typeof b === "number" ? a - b : byText(String(a), String(b));
  };
}
