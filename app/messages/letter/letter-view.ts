import type { Locale } from "#app/i18n/locales.ts";
import { type Letter, splitClosing } from "#app/mail/letter.ts";
import { type LinkPart, linkParts } from "#app/mail/link-parts.rules.ts";

/** A letter as a page shows it: each paragraph in lines, each line in pieces. */
export type LetterParts = {
  subject: string;
  lang: Locale;
  textLang: Locale;
  notes: string[];
  paragraphs: LinkPart[][][];
  closing: string[];
};

export const letterParts = ({ subject, lang, lead, written, closing }: Letter): LetterParts => ({
  subject,
  lang,
  textLang: written?.lang ?? lang,
  notes: lead,
  paragraphs: paragraphsOf(written?.paragraphs.join("\n\n") ?? ""),
  closing,
});

/**
 * A letter that was sent, by its plain text. Where somebody's text has fallen back to another language, a line above it
 * says so in the reader's own.
 */
export function sentParts(text: string, { lang, textLang }: Pick<LetterParts, "lang" | "textLang">) {
  const { body, closing } = splitClosing(text);
  const paragraphs = paragraphsOf(body);
  return { notes: lang === textLang ? [] : paragraphs.splice(0, 1), paragraphs, closing };
}

/** Plain text, such as that of a letter that was sent. */
export const paragraphsOf = (text: string): LinkPart[][][] =>
  text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.split("\n").map(linkParts));
