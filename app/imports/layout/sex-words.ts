import type { ListLayout } from "./layout.ts";
import { type Words, wordKey } from "./words.ts";

type Row = { cells: readonly string[] };

/**
 * What the words of one list mean: an "M" by what stands beside it. In Mexico it is a mujer where there is an "H" as in
 * the CURP, and somebody masculino where there is an "F". Where neither stands in the list or its heading, a heading in
 * Spanish leaves it open: then whoever has sent the list is asked to write it out.
 */
export function wordsOfList(words: Words, { columns }: ListLayout, heading: Row, rows: readonly Row[]): Words {
  if (columns.sex === undefined) return words;
  const place = columns.sex;
  const title = wordKey(heading.cells[place] ?? "");
  const written = new Set(title.split(/[^a-z]+/));
  for (const { cells } of rows) written.add(wordKey(cells[place] ?? ""));
  const [hasH, hasF] = [written.has("h"), written.has("f")];
  const isOpen = hasH === hasF && (hasH || /^(sexo|genero)/.test(title));
  const meant = isOpen ? undefined : words.sex.get(hasH ? "female" : "male");
  return meant ? { ...words, sex: new Map(words.sex).set("m", meant) } : words;
}
