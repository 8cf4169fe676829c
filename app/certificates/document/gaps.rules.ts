import { type Locale, locales, type Texts, textIn } from "#app/i18n/locales.ts";

/** A text that certificates print in each language. */
export type PrintedText = {
  kind: "title" | "venue" | "programme" | "party" | "institution" | "post";
  /** Whose, where there are several: an institution's acronym, a signatory's name. */
  of: string;
  /** Of the institution. */
  code?: string;
  texts: Texts;
};

/** A language in which a text is missing, and the one that would be printed in its place; null where none would. */
export type Gap = Omit<PrintedText, "texts"> & { missing: Locale; instead: Locale | null };

/** Every language that is missing, text by text. */
export const gapsOf = (printed: readonly PrintedText[]): Gap[] =>
  printed.flatMap(({ texts, ...text }) =>
    locales
      .filter((locale) => !texts[locale]?.trim())
      .map((missing) => ({ ...text, missing, instead: standInFor(texts, missing) })),
  );

function standInFor(texts: Texts, missing: Locale): Locale | null {
  const { text, lang } = textIn(texts, missing);
  return text ? lang : null;
}
