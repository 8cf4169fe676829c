import fc from "fast-check";
import { expect, test } from "vitest";
import { searchWords, wordsOf } from "#app/tables/search.ts";

test("what is typed falls into six folded words at most", () => {
  expect(wordsOf("  Núñez　髙橋 ")).toEqual(["nunez", "高橋"]);
  expect(wordsOf("")).toEqual([]);
  expect(wordsOf("Argüello,Saúl 税関、検査 安藤・葵")).toEqual(["arguello", "saul", "税関", "検査", "安藤", "葵"]);
  expect(wordsOf("@jica.go.jp 「研修」 gómez, % haruka_t")).toEqual(["jica.go.jp", "研修", "gomez", "%", "haruka_t"]);
  expect(wordsOf("a b c d e f g h")).toHaveLength(6);
});

test("each word of a text begins one of those that are stored of it", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 4 }), (texts) => {
      const stored = searchWords(texts);
      // a word of signs alone finds nothing
      const words = wordsOf(texts.join(" ")).filter((word) => /[\p{L}\p{N}]/u.test(word));
      return words.every((word) => stored.some((own) => own.startsWith([...word].slice(0, 24).join(""))));
    }),
  );
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
  expect(searchWords(["髙橋 遥"])).toEqual(["高橋", "橋", "遥"]);
  expect(searchWords(["", null])).toEqual([]);
  expect(searchWords(["a".repeat(100)])).toEqual(["a".repeat(24)]);
});
