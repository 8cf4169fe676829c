import { closeSync, openSync, readSync } from "node:fs";
import { fontFiles, fontPath } from "./fonts.ts";

/** What one font can set. */
type Coverage = {
  hasCharacter(code: number): boolean;
  /** Whether it has this form of a character, which a variation selector chooses. */
  hasVariant(code: number, selector: number): boolean;
};

/** What every one of the documents' fonts can set. */
export type FontCoverage = readonly Coverage[];

let known: FontCoverage | undefined;

/**
 * Reads once, in the life of the process, the tables of the fonts that name their characters: 490 kB of 26 MB.
 * It reads files, so it is done before a transaction begins. Whatever runs in a transaction is handed the result.
 */
export function readFontCoverage(): FontCoverage {
  known ??= fontFiles.map((file) => coverageOf(readTable(fontPath(file), "cmap")));
  return known;
}

/** One table of an OpenType font. @throws where the font has none of this name */
function readTable(path: string, name: string): Buffer {
  const font = openSync(path, "r");
  const read = (at: number, length: number) => {
    const bytes = Buffer.alloc(length);
    readSync(font, bytes, 0, length, at);
    return bytes;
  };
  try {
    const count = read(4, 2).readUInt16BE();
    const directory = read(12, 16 * count);
    const record = directory.indexOf(name, 0, "latin1");
    if (record % 16 !== 0) throw new Error(`font without table ${name}`);
    return read(directory.readUInt32BE(record + 8), directory.readUInt32BE(record + 12));
  } finally {
    closeSync(font);
  }
}

/** Of `cmap`, subtable 12 has ranges of characters, 14 their variants. Both are sorted, and asked as they lie there. */
function coverageOf(cmap: Buffer): Coverage {
  const [characters, variants] = [subtableOf(cmap, 12), subtableOf(cmap, 14)];
  return {
    hasCharacter: (code) =>
      isInRanges(code, {
        count: characters.readUInt32BE(12),
        firstOf: (i) => characters.readUInt32BE(16 + 12 * i),
        lastOf: (i) => characters.readUInt32BE(16 + 12 * i + 4),
      }),
    hasVariant: (code, selector) => isVariant(variants, code, selector),
  };
}

function subtableOf(cmap: Buffer, format: number): Buffer {
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(4 + 8 * i + 4));
    if (subtable.readUInt16BE() === format) return subtable;
  }
  throw new Error(`font without a cmap of format ${format}`);
}

/**
 * Two lists a selector: ranges whose variant is the character's usual form, and single characters with a form
 * of their own.
 */
function isVariant(variants: Buffer, code: number, selector: number): boolean {
  for (let i = 0; i < variants.readUInt32BE(6); i++) {
    const record = 10 + 11 * i;
    if (variants.readUIntBE(record, 3) !== selector) continue;
    const [usual, own] = [variants.readUInt32BE(record + 3), variants.readUInt32BE(record + 7)];
    return (usual > 0 && isUsual(variants.subarray(usual), code)) || (own > 0 && isOwn(variants.subarray(own), code));
  }
  return false;
}

function isUsual(list: Buffer, code: number): boolean {
  const firstOf = (i: number) => list.readUIntBE(4 + 4 * i, 3);
  return isInRanges(code, {
    ...{ count: list.readUInt32BE(), firstOf },
    lastOf: (i) => firstOf(i) + list.readUInt8(4 + 4 * i + 3),
  });
}

function isOwn(list: Buffer, code: number): boolean {
  const at = (i: number) => list.readUIntBE(4 + 5 * i, 3);
  return isInRanges(code, { count: list.readUInt32BE(), firstOf: at, lastOf: at });
}

/** Ascending, without overlaps. */
type Ranges = { count: number; firstOf(index: number): number; lastOf(index: number): number };

function isInRanges(code: number, { count, firstOf, lastOf }: Ranges): boolean {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (lastOf(middle) < code) from = middle + 1;
    else to = middle;
  }
  return from < count && firstOf(from) <= code;
}
