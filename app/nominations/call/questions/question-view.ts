import { endonyms, type Locale, locales, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import type { CallQuestion } from "./rules.ts";

type Words = { locale: Locale; t: Translator };

/** Questions as their coordinators see them: with what is offered, and in which languages words are missing. */
export const questionRows = (questions: readonly CallQuestion[], { locale, t }: Words) =>
  questions.map(({ number, kind, isRequired, label, options }) => ({
    number,
    label: textIn(label, locale),
    facts: [
      t(`calls:questions.kind.${kind}`),
      t(isRequired ? "calls:questions.isRequired" : "calls:questions.isOptional"),
    ],
    options: options.map(({ key, label: words }) => ({ key, text: textIn(words, locale) })),
    missing: locales
      .filter((lang) => !label[lang] || options.some(({ label: words }) => !words[lang]))
      .map((lang) => endonyms[lang]),
  }));

export type QuestionRow = ReturnType<typeof questionRows>[number];
