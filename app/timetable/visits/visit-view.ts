import { type Locale, type Texts, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { type VisitField, visitFields } from "#app/timetable/kinds.ts";
import type { Localised } from "#app/ui/local-text.tsx";

/** What whoever goes on a visit has to know, each in several languages. */
export type VisitDetails = Record<VisitField, Texts>;

export type VisitLine = { field: VisitField; text: Localised };

/** What is written of a visit, in a reader's language as far as it is; what is not written is left out. */
export const visitLines = (visit: VisitDetails | null | undefined, locale: Locale): VisitLine[] =>
  visitFields
    .map((field) => ({ field, text: textIn(visit?.[field] ?? {}, locale) }))
    .filter(({ text }) => text.text !== "");

/** The same as lines of a plain text, such as that of a calendar. */
export const visitWords = (visit: VisitDetails | null | undefined, locale: Locale, t: Translator): string[] =>
  visitLines(visit, locale).map(({ field, text }) =>
    t("workshops:visit.line", { label: t(`workshops:visit.${field}`), text: text.text.replace(/\s*\n\s*/g, " ") }),
  );
