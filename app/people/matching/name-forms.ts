import { fold } from "#app/i18n/fold.ts";

/** A name as its bearer writes it, in their own script and in the others. Each may be empty. */
type Written = { native: string; latin: string; kana: string };

/** The same so that two writings of one name are equal. */
export type NameForms = {
  /** The native name without spaces. */
  solid: string;
  kana: string;
  /** Latin words in their order by the alphabet, as they sound. */
  words: string[];
  /** The same as they are spelled. */
  spelled: string[];
};

/** What tells no two writings of a name apart: order, accents, long vowels, particles, and old forms of kanji. */
export const nameForms = ({ native, latin, kana }: Written): NameForms => ({
  solid: folded(native).replace(/[\s・･゠=]+/g, ""),
  kana: folded(kana).replace(/[\s・･゠=ー]+/g, ""),
  words: wordsOf(latin)
    .map((word) => sound(shortened.get(word) ?? word))
    .sort(),
  spelled: wordsOf(latin),
});

/** Old and new forms of kanji that occur in names, beside those that every search takes as one. */
const newForms = new Map(
  "槇槙 藪薮 條条 渕淵 萬万 彌弥 圓円 榮栄 壽寿 晉晋 禮礼 豐豊 靜静 顯顕 緖緒 增増 應応 與与 當当"
    .split(" ")
    .map((pair) => [...pair] as [string, string]),
);

/** As every search compares it, with the new forms of kanji. */
export const folded = (text: string) =>
  [...fold(text)]
    .map((sign) => newForms.get(sign) ?? sign)
    .join("")
    .trim();

const particles = new Set(["de", "la", "las", "los", "del", "y", "e", "san", "santa", "da", "do", "von", "van"]);

const shortened = new Map(Object.entries({ ma: "maria", fco: "francisco", gpe: "guadalupe", jse: "jose" }));

const wordsOf = (text: string) => (folded(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !particles.has(word));

/** How Japanese is spelled in Latin letters, in three manners with or without long vowels, as one skeleton. */
const spellings: [RegExp, string][] = [
  [/([ou])h(?![aeiouy])/g, "$1"],
  [/ou|oo/g, "o"],
  [/uu/g, "u"],
  [/ei(?=[^aeiou]|$)/g, "e"],
  [/sh(?=[aiueoy])|sy/g, "s"],
  [/ch(?=[aiueo])|ty|ts(?=u)/g, "t"],
  [/j(?=[aiueo])|zy|dz/g, "z"],
  [/f(?=u)/g, "h"],
  [/m(?=[bmp])/g, "n"],
  [/([a-z])\1/g, "$1"],
];

const sound = (word: string) => spellings.reduce((text, [spelling, one]) => text.replace(spelling, one), word);
