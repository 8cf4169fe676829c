import { fold } from "#app/i18n/fold.ts";
import { beginsWordAt } from "./search.ts";

/** A text in parts, each of which was looked for or was not. */
export type FoundPart = { text: string; isFound: boolean };

const characters = new Intl.Segmenter("ja", { granularity: "grapheme" });

/**
 * A text as a search has found it: the beginnings of its words that were typed, marked.
 * @param words as `wordsOf` gives them
 */
export function markFound(text: string, words: readonly string[]): FoundPart[] {
  const letters = Array.from(characters.segment(text), ({ segment }) => ({ segment, folded: fold(segment) }));
  const found = foundAmong(letters, words, false);
  // a Japanese name is typed without its space as well
  const isFound = found.size > 0 ? found : foundAmong(letters, words, true);
  const parts: FoundPart[] = [];
  for (const [place, { segment }] of letters.entries()) {
    const last = parts.at(-1);
    if (last && last.isFound === isFound.has(place)) last.text += segment;
    else parts.push({ text: segment, isFound: isFound.has(place) });
  }
  return parts;
}

type Letter = { segment: string; folded: string };

/** The places of the letters in which a word was found. */
function foundAmong(letters: readonly Letter[], words: readonly string[], isSpaceless: boolean): Set<number> {
  const counted = [...letters.entries()].filter(([, { folded }]) => !isSpaceless || folded.trim());
  const folded = counted.map(([, letter]) => letter.folded);
  const text = folded.join("");
  const found = new Set<number>();
  let from = 0;
  for (const [order, piece] of folded.entries()) {
    if (beginsWordAt(text, from)) {
      const longest = Math.max(0, ...words.filter((word) => text.startsWith(word, from)).map(({ length }) => length));
      let left = longest;
      for (let next = order; left > 0 && next < counted.length; next += 1) {
        found.add(counted[next]?.[0] as number);
        left -= (folded[next] as string).length;
      }
    }
    from += piece.length;
  }
  return found;
}
