/** The language to mark a person's name with, where its script says it: `ja` for kanji and kana. */
export const langOfName = (name: string): "ja" | undefined =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name) ? "ja" : undefined;
