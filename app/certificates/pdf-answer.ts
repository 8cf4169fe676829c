import { orNotFound } from "#app/web/not-found.ts";

type Document = { pdf: Uint8Array; pdfSha256: string } | null;

/** The number of an address such as `…/MJ-2017-01-0001-….pdf`. */
export const numberOfFile = (file: string | undefined) => /^(.{1,120})\.pdf$/i.exec(file ?? "")?.[1] ?? "";

/** The frozen bytes, as they were made. */
export function pdfAnswer(found: Document, name: string): Response {
  const { pdf, pdfSha256 } = orNotFound(found);
  return new Response(new Uint8Array(pdf), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(pdf.byteLength),
      "Content-Disposition": `attachment; filename="${name.replace(/[^\w-]/g, "_")}.pdf"`,
      "X-Content-SHA256": pdfSha256,
    },
  });
}
