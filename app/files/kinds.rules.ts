/** What may be kept, by the ending of its name; the type under which it is handed out. */
export const fileTypes = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  odt: "application/vnd.oasis.opendocument.text",
  odp: "application/vnd.oasis.opendocument.presentation",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  png: "image/png",
  jpg: "image/jpeg",
  csv: "text/csv",
  txt: "text/plain",
} as const;
export type FileKind = keyof typeof fileTypes;

export const fileKinds = Object.keys(fileTypes) as FileKind[];

const others = new Map<string, FileKind>([["jpeg", "jpg"]]);

/** What a file says by its name that it is; null for what we do not take. */
export function kindOfName(name: string): FileKind | null {
  const ending = name.toLowerCase().split(".").at(-1) ?? "";
  return others.get(ending) ?? fileKinds.find((kind) => kind === ending) ?? null;
}

/** The kind of a file that is kept. */
export const kindOfType = (type: string): FileKind | null => fileKinds.find((kind) => fileTypes[kind] === type) ?? null;

/** The part that a document of each kind has for sure. */
const mainParts: Partial<Record<FileKind, string>> = {
  docx: "word/document.xml",
  pptx: "ppt/presentation.xml",
  xlsx: "xl/workbook.xml",
};

export type ContentFault = "notWhatItSays" | "hasMacros";

/** A document that is a ZIP archive: what is wrong with it, by the names of its parts. */
export function faultOfParts(kind: FileKind, names: readonly string[]): ContentFault | null {
  if (names.some((name) => /vbaproject\.bin$/i.test(name))) return "hasMacros";
  const main = mainParts[kind];
  return main && !names.some((name) => name.toLowerCase() === main) ? "notWhatItSays" : null;
}

/** Longest name that is kept, in UTF-16 units. */
const longestName = 160;

/**
 * The name of a file that somebody has sent: without the folders before it, without what no file system takes, and not
 * too long.
 */
export function cleanName(sent: string): string {
  const name = sent.toWellFormed().normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069<>:"|?*]+/g, "_")
    .replace(/\s+/g, " ")
    .trim();
  if (plain.length <= longestName) return plain;
  const ending = /\.\w{1,5}$/.exec(plain)?.[0] ?? "";
  return plain.slice(0, longestName - ending.length).toWellFormed() + ending;
}
