import { type Locale, type Texts, textIn } from "#app/i18n/locales.ts";
import { langOfName } from "#app/i18n/script.ts";
import { type Translator, translator } from "#app/i18n/translator.server.ts";
import { sessionTimes } from "#app/timetable/clocks/session-times.ts";
import type { Session } from "#app/timetable/queries.ts";

/** A text with the language in which it is set and read aloud. */
export type Spoken = { text: string; lang: Locale };

/** Words of ours in each language, once where two languages say the same. */
export const wordsIn = (languages: readonly Locale[], word: (t: Translator, locale: Locale) => string): Spoken[] =>
  once(languages.map((lang) => ({ lang, text: word(translator(lang), lang) })));

/** What somebody has written in several languages; what stands in for a missing one is said once. */
export const textsIn = (languages: readonly Locale[], texts: Texts): Spoken[] =>
  once(languages.map((locale) => textIn(texts, locale)));

/** When a session begins and ends, on the venue's clock. */
export const timeIn = (session: Session, locale: Locale): string =>
  sessionTimes(session, { locale, zone: null }, translator(locale)).time;

/** A name or a post in whatever script it is written. Latin ones are marked as Spanish, as on certificates. */
export const asWritten = (text: string): Spoken => ({ text, lang: langOfName(text) ?? "es" });

const once = (texts: Spoken[]): Spoken[] =>
  texts.filter(({ text }, i) => text !== "" && texts.findIndex((other) => other.text === text) === i);
