import type { Download } from "#app/web/doors/file-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";

type Document = { pdf: Uint8Array; pdfSha256: string } | null;

/** The number of an address such as `…/MJ-2017-01-0001-….pdf`. */
export const numberOfFile = (file: string | undefined) => /^(.{1,120})\.pdf$/i.exec(file ?? "")?.[1] ?? "";

/** The frozen bytes, as they were made. */
export function certificateFile(found: Document, number: string): Download {
  const { pdf, pdfSha256 } = orNotFound(found);
  const name = `${number.replace(/[^\w-]/g, "_")}.pdf`;
  return { type: "application/pdf", name, content: pdf, headers: { "X-Content-SHA256": pdfSha256 } };
}
