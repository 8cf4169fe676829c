import { guardedDownload } from "#app/web/doors/file-door.ts";
import { importColumns } from "./layout.ts";

/** The headings of a list, in the page's language, for whoever fills it in. */
export const loader = guardedDownload("person.change", async ({ t }) => ({
  type: "text/csv; charset=utf-8",
  name: `${t("import:layout.name")}.csv`,
  // with the mark by which Excel knows Unicode
  content: `\ufeff${importColumns.map((column) => t(`import:column.${column}`)).join(",")}\r\n`,
}));
