import { fontFiles, readFont } from "./fonts.ts";

/**
 * Characters of a text which the documents' fonts lack, each once, in order. A kanji with a variation selector counts as one
 * character, and is missing where the fonts have the kanji but not this form of it.
 */
export function missingGlyphs(text: string): string[] {
  const graphemes = [...new Intl.Segmenter("ja", { granularity: "grapheme" }).segment(text)].map(
    ({ segment }) => segment,
  );
  return [...new Set(graphemes)].filter((grapheme) => !coverages().every((coverage) => isCovered(coverage, grapheme)));
}

interface Coverage {
  characters: Set<number>;
  /** Pairs of character and variation selector, see `pair`. */
  variants: Set<number>;
}

const isSelector = (code: number) => (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef);
const pair = (character: number, selector: number) => selector * 0x110000 + character;
/** The space of Ogham is drawn, and archival documents forbid a byte order mark. */
const invisible = /^(?![\u1680\ufeff])[\p{White_Space}\p{Default_Ignorable_Code_Point}]$/u;

/** Decomposed letters (n + ◌̃) are set as one glyph where the font has it. */
const isCovered = (coverage: Coverage, grapheme: string) =>
  hasGlyphs(coverage, grapheme) || hasGlyphs(coverage, grapheme.normalize("NFC"));

function hasGlyphs({ characters, variants }: Coverage, grapheme: string): boolean {
  const codes = [...grapheme].map((character) => character.codePointAt(0) as number);
  return codes.every((code, i) => {
    if (isSelector(code)) return variants.has(pair(codes[i - 1] ?? 0, code));
    return characters.has(code) || invisible.test(String.fromCodePoint(code));
  });
}

let knownCoverages: Coverage[] | undefined;

function coverages(): Coverage[] {
  knownCoverages ??= fontFiles.map((file) => readCoverage(readFont(file)));
  return knownCoverages;
}

/** The `cmap` table of an OpenType font: subtable 12 maps characters, 14 their variants. */
function readCoverage(font: Buffer): Coverage {
  const coverage: Coverage = { characters: new Set(), variants: new Set() };
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

/** Two lists a selector: ranges whose variant is the character's usual form, and single characters with a form of their own. */
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
