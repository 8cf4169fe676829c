import { fold } from "#app/i18n/fold.ts";

/** What a message may leave open, to be filled in for each reader. */
export const placeholders = ["name", "workshop", "dates", "venue", "nextSession", "link", "coordinator"] as const;
export type Placeholder = (typeof placeholders)[number];

/** The word for each, as somebody types it in any language, folded. */
export type PlaceholderWords = ReadonlyMap<string, Placeholder>;

/** Brackets as any keyboard has them. What stands in them is one short line. */
const opened = /[{｛]([^{}｛｝\n]{1,60})[}｝]/gu;

/** Accents, capitals and width make no difference. */
export const placeholderKey = (word: string) => fold(word).replace(/\s+/gu, " ").trim();

/** Words in brackets that stand for nothing, as they were typed, each once. */
export function unknownPlaceholders(text: string, words: PlaceholderWords): string[] {
  const unknown = [...text.matchAll(opened)].filter(([, word = ""]) => !words.has(placeholderKey(word)));
  return [...new Set(unknown.map(([typed]) => typed))];
}

/** A text with its placeholders filled in, as far as they are known. What is filled in is not looked through again. */
export const filledIn = (
  text: string,
  words: PlaceholderWords,
  values: Readonly<Partial<Record<Placeholder, string>>>,
): string =>
  text.replace(opened, (typed, word: string) => {
    const placeholder = words.get(placeholderKey(word));
    return (placeholder && values[placeholder]) ?? typed;
  });
