import type { Permission } from "#app/access/permissions.ts";
import { audit } from "#app/audit/commands.ts";
import { type FileFormat, type FileRows, fileFormats } from "#app/tables/file/file-cell.ts";
import { packList } from "#app/tables/file/pack.ts";
import { chosenColumns, type List, type ListChoice, type ListColumn, readChoice } from "#app/tables/list.ts";
import { batched, fileColumn, fileRows } from "#app/tables/list-file.ts";
import { asChosen } from "#app/tables/list-order.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Reading } from "./door.ts";
import { type Download, guardedDownload } from "./file-door.ts";
import { later } from "./later.ts";

/** A list of a page as a whole: as the page finds it, with its filters, in its order and within the same reach. */
type WholeList<Row> = {
  list: List<Row>;
  /** All at once where they are few; else read batch by batch, each from a row on. */
  rows: readonly Row[] | AsyncIterable<readonly Row[]>;
  /** What it is a list of, such as a workshop's code: part of the file's name. */
  of?: string;
};

/** The mark of an address that hands over a page's list as a file. */
export const handsOver = Symbol.for("puente.handsOver");

/**
 * A list as a file, XLSX or CSV as its address ends, for whoever may see its page. Rows leave as they are read.
 * Who took it, and how many rows, is audited when it ends, whole or broken off.
 */
export function listFile<Row>(permission: Permission, find: (visit: Reading) => Promise<WholeList<Row>>) {
  const loader = guardedDownload(permission, async (visit) => fileOf(visit, await find(visit)));
  return Object.assign(loader, { [handsOver]: true as const });
}

/** The same of a short list, whose rows are read at once. */
export const shortListFile = <Row>(
  permission: Permission,
  list: List<Row>,
  rowsOf: (visit: Reading) => Promise<readonly Row[]>,
) => listFile(permission, async (visit) => ({ list, rows: asChosen(await rowsOf(visit), list, visit).rows }));

const types: Record<FileFormat, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

function fileOf<Row>(visit: Reading, { list, rows, of }: WholeList<Row>): Download {
  const { t, locale, url, at, actor, request, context } = visit;
  const format = fileFormats.find((ending) => url.pathname.toLowerCase().endsWith(`.${ending}`)) ?? "csv";
  const choice = readChoice(url, list);
  const columns = chosenColumns(list, choice);
  const title = list.title(t);
  const shape = { format, title, language: locale, columns: columns.map((column) => fileColumn(column, t)) };
  const batches = noting(visit, { list, format, choice }, fileBatches({ list, columns, rows }, visit));
  return {
    type: types[format],
    name: `${[title, of, localDate(at, actor.zone)].filter(Boolean).join(" ")}.${format}`,
    content: packList(shape, batches, { leaving: request.signal, isReady: context.isReady }),
    // a proxy that packs it again would hold it back until its end
    headers: { "Cache-Control": "private, no-store, no-transform" },
  };
}

type Part<Row> = { list: List<Row>; columns: ListColumn<Row>[]; rows: WholeList<Row>["rows"] };

async function* fileBatches<Row>({ list, columns, rows }: Part<Row>, { t }: Reading): AsyncGenerator<FileRows> {
  for await (const batch of Symbol.asyncIterator in rows ? rows : batched(rows))
    yield fileRows(batch, { columns, zone: list.zone, t });
}

type Taken = { list: { name: string }; format: FileFormat; choice: ListChoice };

/** The same rows. Behind the last of them that was taken, what was taken is noted for the audit, without any names. */
async function* noting(
  { context, actor, at, params, url }: Reading,
  { list, format, choice }: Taken,
  batches: AsyncGenerator<FileRows>,
): AsyncGenerator<FileRows> {
  let rows = 0;
  try {
    for await (const batch of batches) {
      rows += batch.length;
      yield batch;
    }
  } finally {
    const { accountId } = actor;
    const filters = [...new Set(url.searchParams.keys())].filter((name) => /^[a-z]{1,20}$/.test(name)).slice(0, 20);
    const details = {
      list: list.name,
      format,
      rows,
      filters,
      columns: choice.columns,
      ...(params.code && { of: params.code }),
    };
    later(context, `list ${context.requestId}`, (trx) =>
      audit(trx, at, { accountId, action: "list.exported", subjectId: accountId, details }),
    );
  }
}
