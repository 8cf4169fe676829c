import { type Locale, locales } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { type Placeholder, type PlaceholderWords, placeholderKey, placeholders } from "./placeholders.rules.ts";

/** A placeholder as a text of some language has it, such as {nombre}. */
export const placeholderIn = (locale: Locale, placeholder: Placeholder) =>
  `{${translator(locale)(`messages:placeholder.${placeholder}`)}}`;

/** In a text of any language, the words of every language stand for something: texts are copied and translated. */
export const placeholderWords = (): PlaceholderWords =>
  new Map(
    locales.flatMap((locale) =>
      placeholders.map((placeholder) => [placeholderKey(placeholderIn(locale, placeholder).slice(1, -1)), placeholder]),
    ),
  );
