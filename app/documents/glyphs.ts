import type { FontCoverage } from "./font-coverage.ts";
import { oneLine } from "./one-line.ts";

/**
 * Characters of a text which the documents' fonts lack, each once, in order. A kanji with a variation selector counts
 * as one character, and is missing where the fonts have the kanji but not this form of it.
 */
export function missingGlyphs(fonts: FontCoverage, text: string): string[] {
  const graphemes = [...new Intl.Segmenter("ja", { granularity: "grapheme" }).segment(text)].map(
    ({ segment }) => segment,
  );
  return [...new Set(graphemes)].filter((grapheme) => !fonts.every((font) => isCovered(font, grapheme)));
}

/** The printers' sign for a character that is not at hand. */
const geta = "〓";

/**
 * A text as the fonts can set it, on one line. A form of a kanji that they lack becomes its usual one, a letter loses
 * the mark with which they lack it, and in place of any other character a sign says that one is missing.
 * For papers that must come out today, whoever is on them.
 */
export function settable(fonts: FontCoverage, text: string): string {
  const line = oneLine(text);
  // nearly always: it spares the search for what belongs together
  if ([...line].every((character) => isPlain(fonts, character)) || missingGlyphs(fonts, line).length === 0) return line;
  const graphemes = [...new Intl.Segmenter("ja", { granularity: "grapheme" }).segment(line)];
  return graphemes.map(({ segment }) => nearest(fonts, segment)).join("");
}

/** Stands for itself, and every font has it. */
function isPlain(fonts: FontCoverage, character: string): boolean {
  const code = character.codePointAt(0) as number;
  return !/[\p{M}\p{Default_Ignorable_Code_Point}]/u.test(character) && fonts.every((font) => font.hasCharacter(code));
}

const nearest = (fonts: FontCoverage, grapheme: string): string => {
  const usual = [...grapheme].filter((character) => !isSelector(character.codePointAt(0) as number)).join("");
  const bare = usual.normalize("NFD").replace(/\p{M}/gu, "");
  const forms = [grapheme, usual, usual.normalize("NFKC"), bare];
  return forms.find((form) => form && fonts.every((font) => isCovered(font, form))) ?? geta;
};

const isSelector = (code: number) => (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef);
/** Needs no glyph. Ogham has a space that is drawn, and archives forbid the byte order mark: both count as missing. */
const invisible = /^(?![\u1680\ufeff])[\p{White_Space}\p{Default_Ignorable_Code_Point}]$/u;

/** Decomposed letters (n + ◌̃) are set as one glyph where the font has it. */
const isCovered = (coverage: FontCoverage[number], grapheme: string) =>
  hasGlyphs(coverage, grapheme) || hasGlyphs(coverage, grapheme.normalize("NFC"));

function hasGlyphs(font: FontCoverage[number], grapheme: string): boolean {
  const codes = [...grapheme].map((character) => character.codePointAt(0) as number);
  return codes.every((code, i) => {
    if (isSelector(code)) return font.hasVariant(codes[i - 1] ?? 0, code);
    return font.hasCharacter(code) || invisible.test(String.fromCodePoint(code));
  });
}
