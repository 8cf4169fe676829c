import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import type { List } from "#app/tables/list.ts";
import { asChosen } from "#app/tables/list-order.ts";
import { paging } from "./paging.ts";
import { queryPage } from "./search-params.ts";

type Visit = { t: Translator; locale: Locale; url: URL };

/** So many rows stand on a page. */
const size = 100;

/** One page of a list that is read whole, in the order that its address asks for. */
export function chosenPage<Row>(all: readonly Row[], list: List<Row>, visit: Visit) {
  const { choice, rows } = asChosen(all, list, visit);
  const { page, pages } = paging(rows.length, size, queryPage(visit.url));
  return { choice, page, pages, rows: rows.slice((page - 1) * size, page * size) };
}
