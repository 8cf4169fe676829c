import { fileTypeFromBuffer } from "file-type";
import { type ContentFault, type FileKind, faultOfParts, fileTypes } from "./kinds.rules.ts";
import { zipNames } from "./zip-names.ts";

/** How much of a file's end is kept while it comes: the directory of a document stands there. */
export const tailBytes = 262_144;

const isZip = (kind: FileKind) => ["docx", "pptx", "xlsx"].includes(kind);
const isText = (kind: FileKind) => kind === "csv" || kind === "txt";

/**
 * Whether the bytes are what the name says, by the first portion of a file.
 * A document that is a ZIP archive is looked into once it has come: see `faultOfEnd`.
 */
export async function faultOfHead(kind: FileKind, head: Buffer): Promise<ContentFault | null> {
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  if (isText(kind)) return !found && looksLikeText(head) ? null : "notWhatItSays";
  if (found?.mime === fileTypes[kind]) return null;
  if (found?.mime.includes("macroEnabled") || found?.mime.includes("macroenabled")) return "hasMacros";
  return isZip(kind) && found?.mime === "application/zip" ? null : "notWhatItSays";
}

export function faultOfEnd(kind: FileKind, tail: Buffer, sizeBytes: number): ContentFault | null {
  if (!isZip(kind)) return null;
  const names = zipNames(tail, sizeBytes);
  return names ? faultOfParts(kind, names) : "notWhatItSays";
}

/** Text has no signature. UTF-16 has NULs, and a mark at its beginning. */
function looksLikeText(head: Buffer): boolean {
  const isMarked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return isMarked || !head.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b));
}
