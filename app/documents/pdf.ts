import { type CompileDocArgs, NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { fontFiles, readFont } from "./fonts.ts";

/**
 * The compiler enforces one standard a file. The default, PDF/A-3a, is for archives: it is tagged, and may carry
 * attachments such as a credential. Tests use `ua-1` to check a template's accessibility: both write the same tags.
 */
export type PdfStandard = "a-3a" | "ua-1";

export interface PdfSource {
  /** Typst markup. */
  main: string;
  /** What the markup may read, by absolute path such as `/texts.json`; nothing else can be read. */
  files: Record<string, string | Uint8Array>;
  /** Seen by the markup as `sys.inputs`. */
  inputs?: Record<string, string>;
  /** The document's date. It comes from the data, never from the clock: equal sources give equal bytes. */
  createdAt: Date;
  standard?: PdfStandard;
}

/**
 * The compiler also finds the machine's fonts. `fallback: false` keeps them out: a document looks alike on every
 * machine.
 */
const preamble = '#set text(font: ("Noto Serif JP", "Noto Sans JP"), fallback: false)\n';

/** A folder that doesn't exist, so that documents see only the files handed to them. */
const workspace = "/puente-documents";

/**
 * Typst keeps what it has laid out, and memory would grow without end. What twenty documents did not use is dropped.
 * Looking for it takes a fifth of a document's time, so it is done after every tenth.
 */
const documentsBetween = 10;
const evictionsUnused = 2;

let compiler: NodeCompiler | undefined;
let made = 0;

/**
 * Typst markup → PDF, fonts embedded and subset.
 * Throws with Typst's messages, also for characters that the fonts lack (see `missingGlyphs`).
 */
export function compilePdf({ main, files, inputs = {}, createdAt, standard = "a-3a" }: PdfSource): Uint8Array {
  compiler ??= NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fontFiles.map(readFont) }] });
  const source = { mainFileContent: preamble + main, inputs };
  try {
    for (const [path, content] of Object.entries(files)) compiler.mapShadow(workspace + path, Buffer.from(content));
    // In one step: a document from `compile` holds a megabyte until garbage is collected *and* the event loop turns
    return compiler.pdf(source, { pdfStandard: standard, creationTimestamp: Math.floor(createdAt.getTime() / 1000) });
  } catch (failure) {
    throw new Error(
      `Typst: ${[...new Set([...compilerMessages(compiler, source), ...writerMessages(failure)])].join("; ")}`,
    );
  } finally {
    compiler.resetShadow();
    if (++made % documentsBetween === 0) compiler.evictCache(evictionsUnused);
  }
}

/** Why markup doesn't compile; empty where only the writing of the PDF failed. */
function compilerMessages(typst: NodeCompiler, source: CompileDocArgs): string[] {
  const error = typst.compile(source).takeError();
  const diagnostics: { message: string }[] = error ? typst.fetchDiagnostics(error) : [];
  return diagnostics.map(({ message }) => message);
}

/** The writer hands over its diagnostics as one long text of debugging. */
function writerMessages(failure: unknown): string[] {
  const messages = [...String(failure).matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, message = ""]) =>
    message.replaceAll('\\"', '"'),
  );
  return messages.length > 0 ? messages : [String(failure)];
}
