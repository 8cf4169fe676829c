export const locales = ["es", "ja", "en"] as const;
export type Locale = (typeof locales)[number];
export const fallbackLocale: Locale = "es";

export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale);

/** How each language calls itself: the language switch never translates these. */
export const endonyms: Record<Locale, string> = { es: "Español", ja: "日本語", en: "English" };

/** Text in three languages; a language may be missing. */
export type Texts = Partial<Record<Locale, string>>;

/** The locale in a path such as `/ja/workshops`, or null. */
export function localeOfPath(pathname: string): Locale | null {
  const segment = pathname.split("/", 2)[1];
  return isLocale(segment) ? segment : null;
}

/** The same page in another language. */
export const inLocale = (pathname: string, locale: Locale) =>
  localeOfPath(pathname) ? pathname.replace(/^\/[^/]+/, `/${locale}`) : `/${locale}`;

/** What to show when a reader's language is missing: Spanish, English, Japanese, in that order. */
export function textIn(texts: Texts, locale: Locale): { text: string; lang: Locale } {
  const lang = [locale, "es" as const, "en" as const, "ja" as const].find((candidate) => texts[candidate]?.trim());
  return { text: lang ? (texts[lang] as string) : "", lang: lang ?? locale };
}
