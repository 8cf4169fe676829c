import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "#app/i18n/fold.ts";

describe("what a search compares", () => {
  test.each([
    ["Valoración y Subvaluación", "valoracion y subvaluacion"],
    ["Núñez, IBÁÑEZ, Agüero", "nunez, ibanez, aguero"],
    ["TAKAHASHI Ryō, Yūki", "takahashi ryo, yuki"],
    ["İstanbul", "istanbul"],
  ])("Latin letters lose capitals and diacritics: %s", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test.each([
    ["髙橋", "高橋"],
    ["宮﨑", "宮崎"],
    ["渡邉 渡邊", "渡辺 渡辺"],
    ["齋藤 斎藤 齊藤", "斉藤 斉藤 斉藤"],
    ["𠮷田", "吉田"],
    ["葛\u{e0100}城", "葛城"],
  ])("a rarer form of a kanji is found by the everyday one: %s", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test("full-width letters, half-width kana and full-width spaces take their usual width", () => {
    expect(fold("ＭＪ－２０１７　ｶﾞﾊﾞﾅﾝｽ")).toBe("mj-2017 ガバナンス");
  });

  test("hiragana are found by katakana and the other way, with their voicing marks and their length", () => {
    expect(fold("データ が はばぱ っ ゔ ゞ")).toBe("データ ガ ハバパ ッ ヴ ヾ");
    expect(fold("か\u3099")).toBe("ガ");
  });

  test("composed and decomposed text are the same", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        (text) => fold(text.normalize("NFD")) === fold(text.normalize("NFC")),
      ),
    );
  });

  test("folding twice changes nothing more", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => fold(fold(text)) === fold(text)));
  });

  test("a part of a text is found inside it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("Señalización", "髙﨑線", "Kōbe", "ガイド"),
        fc.constantFrom("アンダーバリュー ", "Año "),
        (part, before) => fold(before + part).includes(fold(part)),
      ),
    );
  });
});
