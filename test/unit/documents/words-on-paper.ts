import { run } from "#test/unit/certificates/examples.ts";

export type Box = { page: number; word: string; left: number; right: number; top: number; bottom: number };

/** The boxes hold the fonts' full ascent and descent, far more than any letter: their middle stands for the letters. */
export function wordsOf(pdf: Uint8Array): Box[] {
  const pages = run("pdftotext", ["-bbox", "-", "-"], pdf).split("<page ").slice(1);
  return pages.flatMap(wordsOn);
}

const wordsOn = (html: string, page: number): Box[] =>
  [...html.matchAll(/<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)<\/word>/g)].map(
    ([, left, top, right, bottom, word = ""]) => {
      const height = Number(bottom) - Number(top);
      return {
        page,
        word,
        left: Number(left),
        right: Number(right),
        top: Number(top) + 0.3 * height,
        bottom: Number(bottom) - 0.25 * height,
      };
    },
  );

/** Whether letters of the two touch. */
export const overlap = (a: Box, b: Box) =>
  a.page === b.page &&
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.2;
