const endOfDirectory = 0x06054b50;
const entryOfDirectory = 0x02014b50;
/** The record at the end of an archive, with the longest comment. */
const longestEndBytes = 22 + 65_535;
const mostEntries = 2_000;

/**
 * The names in the directory of a ZIP archive, read off its last bytes; nothing of it is unpacked.
 * @param tail the end of the archive
 * @param sizeBytes of all of it
 * @returns null where there is no directory, or where it is none that a document would have
 */
export function zipNames(tail: Buffer, sizeBytes: number): string[] | null {
  const end = tail.lastIndexOf(signature(endOfDirectory));
  if (end < 0 || tail.length - end > longestEndBytes || tail.length - end < 22) return null;
  const count = tail.readUInt16LE(end + 10);
  const offset = tail.readUInt32LE(end + 16);
  let at = offset - (sizeBytes - tail.length);
  if (count > mostEntries || at < 0) return null;
  const names: string[] = [];
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || tail.readUInt32LE(at) !== entryOfDirectory) return null;
    const nameBytes = tail.readUInt16LE(at + 28);
    names.push(tail.toString("utf8", at + 46, at + 46 + nameBytes));
    at += 46 + nameBytes + tail.readUInt16LE(at + 30) + tail.readUInt16LE(at + 32);
  }
  return names;
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
