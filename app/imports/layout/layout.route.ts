import { Readable } from "node:stream";
import type { FileShape } from "#app/tables/file/file-cell.ts";
import { xlsxBytes } from "#app/tables/file/xlsx.ts";
import { guardedDownload } from "#app/web/doors/file-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { layoutColumns } from "./layout.ts";
import { layoutChoices } from "./layout-choices.ts";

/** As wide as what stands in them, in characters. */
const width = 22;

/**
 * The headings of a list, in the page's language, for whoever fills it in: as a workbook that offers what there is to
 * choose from, or as a text.
 */
export const loader = guardedDownload("person.change", async ({ db, params, locale, t, at }) => {
  const format = orNotFound((["xlsx", "csv"] as const).find((known) => params.file === `layout.${known}`) ?? null);
  const name = `${t("import:layout.name")}.${format}`;
  if (format === "csv") {
    const labels = layoutColumns.map((column) => t(`import:column.${column}`));
    // with the mark by which Excel knows Unicode
    return { type: "text/csv; charset=utf-8", name, content: `\ufeff${labels.join(",")}\r\n` };
  }
  const choices = await layoutChoices(db, { locale, t, at });
  const columns = layoutColumns.map((column) => ({
    ...{ label: t(`import:column.${column}`), kind: "text" as const, width },
    ...(choices[column] && { choices: choices[column] }),
  }));
  const titles = { title: t("import:layout.title"), choicesTitle: t("import:layout.choices") };
  const shape: FileShape = { format, ...titles, columns, language: locale };
  const bytes = Readable.toWeb(xlsxBytes(shape, noRows())) as ReadableStream<Uint8Array>;
  return { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name, content: bytes };
});

async function* noRows(): AsyncGenerator<never> {}
