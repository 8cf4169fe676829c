import { katakana } from "./kana.ts";

/** Older or heavier forms of a character, which NFKC keeps apart, and the form that people type when they search. */
const variantForms = [
  ["髙", "高"],
  ["﨑嵜碕", "崎"],
  ["邊邉", "辺"],
  ["齋齊斎", "斉"],
  ["濱濵", "浜"],
  ["澤", "沢"],
  ["櫻", "桜"],
  ["國", "国"],
  ["廣", "広"],
  ["嶋嶌", "島"],
  ["德", "徳"],
  ["惠", "恵"],
  ["眞", "真"],
  ["冨", "富"],
  ["𠮷", "吉"],
  ["栁", "柳"],
  ["瀨", "瀬"],
  ["龍", "竜"],
  ["關", "関"],
  ["稅", "税"],
  ["學", "学"],
  ["會", "会"],
  ["實", "実"],
  ["黑", "黒"],
  ["淸", "清"],
  ["曻", "昇"],
] as const;

const variants = new Map(variantForms.flatMap(([forms, common]) => [...forms].map((form) => [form, common])));
const anyVariant = new RegExp(`[${[...variants.keys()].join("")}]`, "gu");

/**
 * Text as search compares it: small letters without diacritics (ñ is n, ō is o), one width, the usual form of a kanji,
 * katakana for hiragana. Kana keep their voicing marks.
 */
export function fold(text: string): string {
  return katakana(
    text
      .normalize("NFKD")
      // Latin, Greek and Cyrillic diacritics only: beyond U+036F stand the voicing marks that tell ガ from カ
      .replace(/[\u0300-\u036f]/g, "")
      // ideographic variation selectors choose a glyph, not a character
      .replace(/[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu, "")
      .toLowerCase()
      .normalize("NFKC")
      .replace(anyVariant, (form) => variants.get(form) ?? form),
  );
}
