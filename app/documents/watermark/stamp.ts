import { PDF, type PDFPage, PdfArray, PdfDict, PdfNumber } from "@libpdf/core";
import { readFontCoverage } from "#app/documents/font-coverage.ts";
import { missingGlyphs } from "#app/documents/glyphs.ts";
import { compilePdf } from "#app/documents/pdf.ts";
import { acrossOf, type Corners, cornersOf, footOf, seenOf } from "./place.rules.ts";

/** Why a document cannot be stamped. */
export class Unstampable extends Error {
  readonly because: "encrypted" | "unreadable";
  constructor(because: "encrypted" | "unreadable", options?: ErrorOptions) {
    super(because, options);
    this.because = because;
  }
}

/**
 * Writes a line on each page of a PDF: at its foot, and faintly across its middle.
 * @throws Unstampable where it is encrypted, or cannot be read; also where a page would be lost
 */
export async function stampPdf(bytes: Uint8Array, line: string): Promise<Uint8Array> {
  const pdf = await load(bytes);
  const pages = pdf.getPages();
  if (pages.length === 0) throw new Unstampable("unreadable");
  try {
    const mark = await pdf.embedPage(await PDF.load(lineAsPdf(line)), 0);
    for (const page of pages) {
      inherit(pdf, page);
      const seen = seenOf(boxOf(pdf, page, "MediaBox") ?? letter, boxOf(pdf, page, "CropBox"));
      const turn = ((page.rotation % 360) + 360) % 360;
      page.drawPage(mark, footOf(seen, turn, mark));
      page.drawPage(mark, { ...acrossOf(seen, turn, mark), opacity: 0.25 });
    }
    return await whole(await pdf.save(), pages.length);
  } catch (error) {
    throw error instanceof Unstampable ? error : new Unstampable("unreadable", { cause: error });
  }
}

async function load(bytes: Uint8Array): Promise<PDF> {
  const pdf = await PDF.load(bytes).catch((error: unknown) => {
    const because = /password|encrypt/i.test(String(error)) ? "encrypted" : "unreadable";
    throw new Unstampable(because, { cause: error });
  });
  // one of those that were stamped all the same had lost its pages
  if (pdf.isEncrypted) throw new Unstampable("encrypted");
  return pdf;
}

/** Opened once more before anybody has it. */
async function whole(stamped: Uint8Array, pages: number): Promise<Uint8Array> {
  if ((await PDF.load(stamped)).getPages().length !== pages) throw new Unstampable("unreadable");
  return stamped;
}

/** The size of a page that says none. */
const letter: Corners = { left: 0, right: 612, bottom: 0, top: 792 };
const inherited = ["MediaBox", "CropBox", "Rotate", "Resources"];
/** A tree of pages that leads back into itself has no end. */
const deepest = 40;

/** The library looks at a page alone. Most pages have this from the tree above them. */
function inherit(pdf: PDF, page: PDFPage): void {
  for (const key of inherited) {
    let above: PdfDict | null = page.dict;
    for (let depth = 0; above && !above.has(key) && depth < deepest; depth += 1) above = parentOf(pdf, above);
    const value = above === page.dict ? undefined : above?.get(key);
    if (value !== undefined) page.dict.set(key, value);
  }
}

function parentOf(pdf: PDF, dict: PdfDict): PdfDict | null {
  const parent = dict.get("Parent", (ref) => pdf.getObject(ref));
  return parent instanceof PdfDict ? parent : null;
}

/** Read from the file: the library takes a box's right and upper edge for its width and height. */
function boxOf(pdf: PDF, page: PDFPage, key: string): Corners | null {
  const resolve = (ref: Parameters<PDF["getObject"]>[0]) => pdf.getObject(ref);
  const box = page.dict.get(key, resolve);
  if (!(box instanceof PdfArray) || box.length !== 4) return null;
  const numbers = [0, 1, 2, 3]
    .map((i) => box.at(i, resolve))
    .map((one) => (one instanceof PdfNumber ? one.value : NaN));
  return numbers.every(Number.isFinite) ? cornersOf(numbers as [number, number, number, number]) : null;
}

/** One line as a page of its own: Typst shapes it, and embeds the few glyphs that it needs. */
function lineAsPdf(line: string): Uint8Array {
  const main = `#set document(title: "Puente")
#set page(width: auto, height: auto, margin: 1pt)
#set text(font: "Noto Sans JP", size: 8pt, fill: rgb("#00000099"))
#sys.inputs.line`;
  const missing = new Set(missingGlyphs(readFontCoverage(), line));
  const settable = [...new Intl.Segmenter("ja").segment(line)].map(({ segment }) =>
    missing.has(segment) ? "?" : segment,
  );
  return compilePdf({ main, files: {}, inputs: { line: settable.join("") }, createdAt: new Date(0) });
}
