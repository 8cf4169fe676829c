import { oneLine } from "#app/documents/one-line.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import type { Composed } from "./compose.ts";
import { type Letter, letterText } from "./letter.ts";
import { letterHtml } from "./letter-html.ts";

/** What somebody has written, filled in for its reader. `lang` is the language of the text: it may have fallen back. */
export type WrittenText = { subject: string; body: string; lang: Locale };

type Writing = {
  text: WrittenText;
  /** Who has written it, as the reader's letters call them. */
  writer: string;
  /** Sent to its writer, to see it. */
  isTrial?: boolean;
};

/** A written message, and around it what its reader has to know, in their language: whom an answer goes to. */
export function composeWritten(locale: Locale, { text, writer, isTrial }: Writing): Composed {
  const letter = writtenLetter(locale, { text, writer, isTrial });
  return { subject: letter.subject, text: letterText(letter), html: letterHtml(letter) };
}

/** Its parts, as its letter and its preview show them. */
export function writtenLetter(locale: Locale, { text, writer, isTrial }: Writing): Letter {
  const t = translator(locale);
  const name = oneLine(writer);
  const subject = oneLine(text.subject);
  const notes = [
    ...(isTrial ? [t("mail:written.trial")] : []),
    ...(text.lang === locale ? [] : [t(`mail:written.fallback.${text.lang}`)]),
  ];
  return {
    lang: locale,
    subject: isTrial ? t("mail:written.trialSubject", { subject }) : subject,
    greeting: "",
    lead: notes,
    written: { lang: text.lang, paragraphs: text.body.split(/\n{2,}/) },
    facts: [],
    sessions: { title: "", entries: [] },
    further: "",
    changes: { title: "", before: "", now: "", entries: [], further: "" },
    next: [],
    closing: [name, t("mail:signature"), t("mail:answered", { name })],
  };
}
