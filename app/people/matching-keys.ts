import { fold } from "#app/i18n/fold.ts";

/** What somebody is recognised by. Each may be empty. */
export type Recognised = {
  email: string;
  /** As they write themselves: in kanji, or in Latin letters. */
  native: string;
  latin: string;
  kana: string;
  institutionId: string | null;
};

/** The same as keys: equal where two writings mean the same. */
export type MatchingKeys = {
  mail: string;
  /** The native name without spaces. */
  solid: string;
  kana: string;
  /** Latin words in their order by the alphabet, as they sound. */
  words: string[];
  /** The same as they are spelled. */
  spelled: string[];
};

export function matchingKeys(person: Recognised): MatchingKeys {
  const isLatin = /^[\p{Script=Latin}\p{M}\s.,'’-]+$/u.test(person.native);
  const latin = person.latin || (isLatin ? person.native : "");
  return {
    mail: folded(person.email),
    solid: folded(person.native).replace(/[\s・]+/g, ""),
    kana: folded(person.kana).replace(/[\sー]/g, ""),
    words: wordsOf(latin)
      .map((word) => sound(shortened[word] ?? word))
      .sort(),
    spelled: wordsOf(latin),
  };
}

/** Old and new forms of kanji that occur in names, beside those that every search takes as one. */
const newForms = new Map(
  "槇槙 藪薮 條条 渕淵 萬万 彌弥 圓円 榮栄 壽寿 晉晋 禮礼 豐豊 靜静 顯顕 緖緒 增増 應応 與与 當当"
    .split(" ")
    .map((pair) => [...pair] as [string, string]),
);

const folded = (text: string) =>
  [...fold(text)]
    .map((sign) => newForms.get(sign) ?? sign)
    .join("")
    .trim();

const particles = new Set(["de", "la", "las", "los", "del", "y", "e", "san", "santa", "da", "do", "von", "van"]);

const shortened: Record<string, string> = { ma: "maria", fco: "francisco", gpe: "guadalupe", jse: "jose" };

const wordsOf = (text: string) =>
  folded(text)
    .split(/[\s,;・.＝=\-’']+/)
    .filter((word) => word && !particles.has(word));

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
