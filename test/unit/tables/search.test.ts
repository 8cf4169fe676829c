import fc from "fast-check";
import { expect, test } from "vitest";
import { accentedLetters, fold } from "#app/i18n/fold.ts";
import { searchTextOf, searchWords, wordsOf } from "#app/tables/search.ts";

test("what is typed falls into six folded words at most", () => {
  expect(wordsOf("  Núñez　髙橋 ")).toEqual(["nunez", "高橋"]);
  expect(wordsOf("")).toEqual([]);
  expect(wordsOf("a b c d e f g h")).toHaveLength(6);
});

test("each word of a text is found in what is stored of it", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 4 }), (texts) => {
      const stored = searchTextOf(texts);
      return wordsOf(texts.join(" ")).every((word) => stored.includes(word));
    }),
  );
  expect(searchTextOf(["Núñez", null, "", "髙橋"])).toBe("nunez 高橋");
});

test.each(accentedLetters)("%s: a letter and the plain one that stands for it", (letters) => {
  const [accented = "", plain] = letters;
  expect([fold(accented), fold(accented.toUpperCase())]).toEqual([plain, plain]);
});

test("a word is stored from each place where a search may begin", () => {
  expect(searchWords(["Peña-Nieto", null, "O'Brien"])).toEqual(["pena-nieto", "nieto", "o'brien", "brien"]);
  expect(searchWords(["ana.diaz@sat.gob.mx"])).toEqual([
    "ana.diaz@sat.gob.mx",
    "diaz@sat.gob.mx",
    "sat.gob.mx",
    "gob.mx",
    "mx",
  ]);
  expect(searchWords(["髙橋 遥"])).toEqual(["高橋", "橋", "遥", "高橋遥", "橋遥"]);
  expect(searchWords(["", null])).toEqual([]);
  expect(searchWords(["a".repeat(100)])).toEqual(["a".repeat(24)]);
});
