import fc from "fast-check";
import { expect, test } from "vitest";
import { markFound } from "#app/tables/matches.ts";
import { areAllFound, searchWords, wordsOf } from "#app/tables/search.ts";

const marked = (text: string, typed: string) =>
  markFound(text, wordsOf(typed))
    .map(({ text: part, isFound }) => (isFound ? `[${part}]` : part))
    .join("");

test("the beginnings of words that were typed are marked, as they are written", () => {
  expect(marked("Mariana Núñez", "nun")).toBe("Mariana [Núñ]ez");
  expect(marked("Ōtsuka Ren", "otsuka REN")).toBe("[Ōtsuka] [Ren]");
  expect(marked("Guanajuato, Ana", "ana")).toBe("Guanajuato, [Ana]");
  expect(marked("MJ-2026-04", "2026")).toBe("MJ-[2026]-04");
  expect(marked("関税評価ワークショップ", "評価")).toBe("関税[評価]ワークショップ");
  expect(marked("タカハシ ハルカ", "たかはし")).toBe("[タカハシ] ハルカ");
  expect(marked("ｶﾞﾄｳ", "ガト")).toBe("[ｶﾞﾄ]ｳ");
  expect(marked("Ana", "zzz")).toBe("Ana");
});

test("a Japanese name is marked across its space", () => {
  expect(marked("髙橋 遥", "高橋遥")).toBe("[髙橋] [遥]");
});

test("marking changes no text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (text, typed) => {
      const parts = markFound(text, wordsOf(typed));
      expect(parts.map((part) => part.text).join("")).toBe(text);
    }),
  );
});

test("every typed word has to begin a stored one", () => {
  const words = searchWords(["Agencia Nacional de Aduanas de México", "ANAM", "メキシコ国家税関庁"]);
  expect(areAllFound(words, wordsOf("aduanas nac"))).toBe(true);
  expect(areAllFound(words, wordsOf("税関"))).toBe(true);
  expect(areAllFound(words, wordsOf("anam hacienda"))).toBe(false);
});
