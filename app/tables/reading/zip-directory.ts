import { bounds } from "./bounds.ts";
import { TableRefusal } from "./refusal.ts";

/** A part of an archive: where its packed bytes are, and what its directory says of them. */
export type ZipPart = { name: string; method: number; from: number; to: number; size: number };

const ole = "d0cf11e0a1b11ae1";
const localHeader = 0x04034b50;
const directoryEntry = 0x02014b50;
const directoryEnd = 0x06054b50;

/**
 * The parts of a workbook, by their names in small letters, as Excel compares them. Nothing is unpacked yet: whatever
 * the directory alone gives away is refused here.
 * @throws TableRefusal
 */
export function zipDirectory(file: Buffer): Map<string, ZipPart> {
  refuseBySignature(file);
  const end = endOf(file);
  const count = file.readUInt16LE(end + 10);
  const start = file.readUInt32LE(end + 16);
  // more would stand in another kind of directory, which nothing writes for a list
  if (count === 0xffff || start === 0xffffffff || count > bounds.entries) throw new TableRefusal("tooLarge");
  const parts = new Map<string, ZipPart>();
  const spans: [from: number, to: number][] = [];
  let at = start;
  let size = 0;
  for (let index = 0; index < count; index++) {
    const { part, local, next } = entryAt(file, at);
    if (parts.has(part.name)) throw new TableRefusal("broken");
    size += part.size;
    if (size > bounds.bytes) throw new TableRefusal("tooLarge");
    parts.set(part.name, part);
    spans.push([local, part.to]);
    at = next;
  }
  refuseOverlaps(spans);
  refuseByParts([...parts.keys()]);
  return parts;
}

function refuseBySignature(file: Buffer): void {
  const head = file.subarray(0, 8).toString("hex");
  // an old container: of a workbook of before 2007, or of a new one behind a password
  if (head === ole) {
    const names = (text: string) => file.includes(Buffer.from(text, "utf16le"));
    if (names("EncryptedPackage") || names("EncryptionInfo")) throw new TableRefusal("password");
    throw new TableRefusal(names("Workbook") || names("Book") ? "oldExcel" : "notATable");
  }
  if (!head.startsWith("504b0304")) throw new TableRefusal("notATable");
}

/** The directory's end stands last, before a comment of up to 64 kB. */
function endOf(file: Buffer): number {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 65_557); at--)
    if (file.readUInt32LE(at) === directoryEnd) return at;
  throw new TableRefusal("broken");
}

function entryAt(file: Buffer, at: number): { part: ZipPart; local: number; next: number } {
  if (at + 46 > file.length || file.readUInt32LE(at) !== directoryEntry) throw new TableRefusal("broken");
  const [flags, method] = [file.readUInt16LE(at + 8), file.readUInt16LE(at + 10)];
  const [packed, size] = [file.readUInt32LE(at + 20), file.readUInt32LE(at + 24)];
  const [name, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset)) as [
    number,
    number,
    number,
  ];
  const local = file.readUInt32LE(at + 42);
  if (flags & 1) throw new TableRefusal("password");
  if (size > 1_000_000 && size > packed * bounds.ratio) throw new TableRefusal("tooLarge");
  if (local + 30 > file.length || file.readUInt32LE(local) !== localHeader) throw new TableRefusal("broken");
  const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  if (from + packed > file.length) throw new TableRefusal("broken");
  const path = file.toString("utf8", at + 46, at + 46 + name);
  const part = { name: partName(path), method, from, to: from + packed, size };
  return { part, local, next: at + 46 + name + extra + comment };
}

export const partName = (path: string) => path.replaceAll("\\", "/").replace(/^\//, "").toLowerCase();

/** Entries that share bytes: the kilobytes that become petabytes. */
function refuseOverlaps(spans: [from: number, to: number][]): void {
  spans.sort(([one], [other]) => one - other);
  spans.forEach(([from], index) => {
    if (from < (spans[index - 1]?.[1] ?? 0)) throw new TableRefusal("tooLarge");
  });
}

function refuseByParts(names: string[]): void {
  const has = (name: string) => names.includes(name);
  if (names.some((name) => name.endsWith("vbaproject.bin"))) throw new TableRefusal("macros");
  if (has("mimetype") && has("content.xml")) throw new TableRefusal("openDocument");
  if (has("xl/workbook.bin")) throw new TableRefusal("binaryExcel");
  if (!has("[content_types].xml")) throw new TableRefusal("notATable");
}
