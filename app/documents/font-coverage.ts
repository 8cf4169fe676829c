import { fontFiles, readFont } from "./fonts.ts";

/** What one font can set. */
type Coverage = {
  characters: ReadonlySet<number>;
  /** Pairs of character and variation selector, see `pair`. */
  variants: ReadonlySet<number>;
};

/** What every one of the documents' fonts can set. */
export type FontCoverage = readonly Coverage[];

/** A character and the selector that chooses its form, as one number. */
export const pair = (character: number, selector: number) => selector * 0x110000 + character;

let known: FontCoverage | undefined;

/**
 * Reads the fonts once in the life of the process, which takes some 200 ms: before a transaction begins, as meanwhile
 * nobody else could write. Whatever runs in a transaction is handed the result.
 */
export function readFontCoverage(): FontCoverage {
  known ??= fontFiles.map((file) => coverageOf(readFont(file)));
  return known;
}

/** The `cmap` table of an OpenType font: subtable 12 maps characters, 14 their variants. */
function coverageOf(font: Buffer): Coverage {
  const coverage = { characters: new Set<number>(), variants: new Set<number>() };
  const cmap = tableOffset(font, "cmap");
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const subtable = cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4);
    const format = font.readUInt16BE(subtable);
    if (format === 12) readCharacters(font, subtable, coverage.characters);
    if (format === 14) readVariants(font, subtable, coverage.variants);
  }
  return coverage;
}

function tableOffset(font: Buffer, tag: string): number {
  for (let record = 12; record < 12 + 16 * font.readUInt16BE(4); record += 16) {
    if (font.toString("latin1", record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`font without table ${tag}`);
}

function readCharacters(font: Buffer, subtable: number, characters: Set<number>): void {
  for (let i = 0; i < font.readUInt32BE(subtable + 12); i++) {
    const group = subtable + 16 + 12 * i;
    for (let code = font.readUInt32BE(group); code <= font.readUInt32BE(group + 4); code++) characters.add(code);
  }
}

/**
 * Two lists a selector: ranges whose variant is the character's usual form, and single characters with a form
 * of their own.
 */
function readVariants(font: Buffer, subtable: number, variants: Set<number>): void {
  for (let i = 0; i < font.readUInt32BE(subtable + 6); i++) {
    const record = subtable + 10 + 11 * i;
    const selector = font.readUIntBE(record, 3);
    const usual = font.readUInt32BE(record + 3);
    const own = font.readUInt32BE(record + 7);
    for (let k = 0; usual && k < font.readUInt32BE(subtable + usual); k++) {
      const range = subtable + usual + 4 + 4 * k;
      for (let more = 0; more <= font.readUInt8(range + 3); more++)
        variants.add(pair(font.readUIntBE(range, 3) + more, selector));
    }
    for (let k = 0; own && k < font.readUInt32BE(subtable + own); k++) {
      variants.add(pair(font.readUIntBE(subtable + own + 4 + 5 * k, 3), selector));
    }
  }
}
