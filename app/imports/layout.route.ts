import { Readable } from "node:stream";
import type { FileShape } from "#app/tables/file/file-cell.ts";
import { xlsxBytes } from "#app/tables/file/xlsx.ts";
import { guardedDownload } from "#app/web/doors/file-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { layoutColumns } from "./layout.ts";

/** As wide as what stands in them, in characters. */
const width = 22;

/** The headings of a list, in the page's language, for whoever fills it in: as a workbook, or as a text. */
export const loader = guardedDownload("person.change", async ({ params, locale, t }) => {
  const format = orNotFound((["xlsx", "csv"] as const).find((known) => params.file === `layout.${known}`) ?? null);
  const labels = layoutColumns.map((column) => t(`import:column.${column}`));
  const name = `${t("import:layout.name")}.${format}`;
  if (format === "csv")
    // with the mark by which Excel knows Unicode
    return { type: "text/csv; charset=utf-8", name, content: `\ufeff${labels.join(",")}\r\n` };
  const columns = labels.map((label) => ({ label, kind: "text" as const, width }));
  const shape: FileShape = { format, title: t("import:layout.title"), columns, language: locale };
  const bytes = Readable.toWeb(xlsxBytes(shape, noRows())) as ReadableStream<Uint8Array>;
  return { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name, content: bytes };
});

async function* noRows(): AsyncGenerator<never> {}
