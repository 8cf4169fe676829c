import { expect, test } from "vitest";
import { readFontCoverage } from "#app/documents/font-coverage.ts";
import { fontFiles, readFont } from "#app/documents/fonts.ts";

const lastCode = 0x10ffff;
const pair = (character: number, selector: number) => selector * (lastCode + 1) + character;

/** The same, slowly: every character and every variant that a font's `cmap` names, in sets. */
function namedBy(font: Buffer) {
  const named = { characters: new Set<number>(), variants: new Set<number>() };
  const cmap = font.subarray(offsetOf(font, "cmap"));
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(4 + 8 * i + 4));
    if (subtable.readUInt16BE() === 12) addCharacters(subtable, named.characters);
    if (subtable.readUInt16BE() === 14) addVariants(subtable, named.variants);
  }
  return named;
}

function offsetOf(font: Buffer, tag: string): number {
  for (let record = 12; ; record += 16)
    if (font.toString("latin1", record, record + 4) === tag) return font.readUInt32BE(record + 8);
}

function addCharacters(table: Buffer, characters: Set<number>): void {
  for (let i = 0; i < table.readUInt32BE(12); i++)
    for (let code = table.readUInt32BE(16 + 12 * i); code <= table.readUInt32BE(16 + 12 * i + 4); code++)
      characters.add(code);
}

function addVariants(table: Buffer, variants: Set<number>): void {
  for (let record = 10; record < 10 + 11 * table.readUInt32BE(6); record += 11) {
    const selector = table.readUIntBE(record, 3);
    const [usual, own] = [table.readUInt32BE(record + 3), table.readUInt32BE(record + 7)];
    for (let k = 0; usual && k < table.readUInt32BE(usual); k++)
      for (let more = 0; more <= table.readUInt8(usual + 4 + 4 * k + 3); more++)
        variants.add(pair(table.readUIntBE(usual + 4 + 4 * k, 3) + more, selector));
    for (let k = 0; own && k < table.readUInt32BE(own); k++)
      variants.add(pair(table.readUIntBE(own + 4 + 5 * k, 3), selector));
  }
}

test.each(fontFiles.map((file, index) => [file, index] as const))("every character that there is, of %s", (file, i) => {
  const { characters } = namedBy(readFont(file));
  const coverage = readFontCoverage()[i];
  const differing: number[] = [];
  for (let code = 0; code <= lastCode; code++)
    if (coverage?.hasCharacter(code) !== characters.has(code)) differing.push(code);
  expect(differing).toEqual([]);
  expect(characters.size).toBeGreaterThan(10_000);
});

test.each(fontFiles.map((file, index) => [file, index] as const))("every form of every character, of %s", (file, i) => {
  const { characters, variants } = namedBy(readFont(file));
  const coverage = readFontCoverage()[i];
  // the first and the last of each block of selectors that there are
  const selectors = [0xfe00, 0xfe01, 0xfe0f, 0xe0100, 0xe0101, 0xe0102, 0xe01ef];
  const differing: [number, number][] = [];
  for (const selector of selectors)
    for (const code of [0, lastCode, ...characters])
      if (coverage?.hasVariant(code, selector) !== variants.has(pair(code, selector))) differing.push([code, selector]);
  expect(differing).toEqual([]);
  expect(variants.size).toBeGreaterThan(1_000);
});
