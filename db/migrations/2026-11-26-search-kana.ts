/** Every hiragana that has a katakana, each beside it, as Unicode counts them. */
const pairs = [...range(0x3041, 0x3096), 0x309d, 0x309e].map(
  (code) => [String.fromCharCode(code), String.fromCharCode(code + 0x60)] as const,
);

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

const asKatakana = (column: string) =>
  pairs.reduce((text, [from, to]) => `replace(${text}, '${from}', '${to}')`, column);

/** One kind of kana: in what is searched, and in readings, which forms ask for in katakana. */
export const statements = (): string[] => [
  `update person set search_text = ${asKatakana("search_text")}`,
  `update person set kana = ${asKatakana("kana")} where kana is not null`,
  `update workshop set search_text = ${asKatakana("search_text")}`,
];
