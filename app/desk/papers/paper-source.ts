import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { readFontCoverage } from "#app/documents/font-coverage.ts";
import { settable } from "#app/documents/glyphs.ts";
import type { PdfSource } from "#app/documents/pdf.ts";
import type { Instant } from "#app/time/instant.ts";
import type { PaperKind } from "./options.ts";

/** What a template lays out. The title is the document's. */
export type PaperData = { title: string } & Record<string, unknown>;

const templates = resolve(process.cwd(), "app/desk/papers/templates");

/** Read beside the running programme, as texts are. */
const template = (name: string) => readFileSync(resolve(templates, `${name}.typ`), "utf8");

/**
 * A paper, ready to be laid out. The same data give the same bytes: its date is that of the workshop's last change.
 * A character that the fonts lack must not keep a paper from being printed: a sign stands in its place.
 */
export function paperSource(kind: PaperKind, data: PaperData, changedAt: Instant): PdfSource {
  const fonts = readFontCoverage();
  const json = JSON.stringify(data, (_, value: unknown) =>
    typeof value === "string" ? breakable(settable(fonts, value)) : value,
  );
  return {
    main: template(kind),
    files: { "/paper.typ": template("paper"), "/paper.json": json },
    createdAt: new Date(changedAt),
  };
}

/** A word that is longer than any real one may be broken: it would reach into what stands beside it. */
const breakable = (text: string) => text.replace(/[^\s\u200b]{28,}/g, (word) => word.replace(/.{14}/gu, "$&\u200b"));
