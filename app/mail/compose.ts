import { oneLine } from "#app/documents/one-line.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { type Translator, translator } from "#app/i18n/translator.server.ts";
import type { MailKind } from "./kinds.ts";
import { type Letter, letterText } from "./letter.ts";
import { letterHtml } from "./letter-html.ts";

/** `lang` is the language in which the text really is: it may have fallen back. */
export type LetterFact = {
  label: "workshop" | "dates" | "venue" | "rank" | "certificate" | "account" | "role";
  text: string;
  lang?: Locale;
};

type Clock = { time: string; city: string; offset: string };
/** The venue's time, and the recipient's own where it differs. */
type Times = Clock & { day: string; yours: (Clock & { shift: number; shiftLabel: string }) | null };
export type MailSession = { title: string; lang: Locale; room: string; times: Times };

export type MailParameters = {
  /** The recipient's. */
  name: string;
  /** What the texts of this kind mention. */
  values?: Record<string, string>;
  facts?: LetterFact[];
  sessions?: MailSession[];
  /** Sessions beyond the ones listed. */
  furtherSessions?: number;
  /** Who reads what somebody answers; nobody by default. */
  answeredBy?: string;
  link: string;
};

type Say = (key: string, values: Record<string, string>) => string;

export type Composed = { subject: string; text: string; html: string };

/** A message in its recipient's language; every word of ours comes from `mail.json`. */
export function compose(locale: Locale, kind: MailKind, parameters: MailParameters): Composed {
  const t = translator(locale);
  // the compiler cannot check a key and values that are both computed. A test holds every kind's texts complete
  const say = t as unknown as Say;
  const values = Object.fromEntries(
    Object.entries(parameters.values ?? {}).map(([name, value]) => [name, oneLine(value)]),
  );
  const letter: Letter = {
    lang: locale,
    subject: oneLine(say(`mail:${kind}.subject`, values)),
    greeting: t("mail:greeting", { name: oneLine(parameters.name) }),
    lead: paragraphs(say(`mail:${kind}.lead`, values)),
    facts: (parameters.facts ?? []).map((fact) => factLine(fact, t)),
    sessions: {
      title: t("mail:sessions.title"),
      entries: (parameters.sessions ?? []).map((session) => sessionEntry(session, t)),
    },
    further: parameters.furtherSessions ? t("mail:sessions.further", { count: parameters.furtherSessions }) : "",
    button: { label: t(`mail:${kind}.button`), url: parameters.link, hint: t("mail:linkHint") },
    next: paragraphs(say(`mail:${kind}.next`, values)),
    closing: [t("mail:signature"), answering(parameters.answeredBy, t)],
  };
  return { subject: letter.subject, text: letterText(letter), html: letterHtml(letter) };
}

const answering = (name: string | undefined, t: Translator) =>
  name === undefined ? t("mail:automatic") : t("mail:answered", { name: oneLine(name) });

function factLine({ label, text, lang }: LetterFact, t: Translator): Letter["facts"][number] {
  const value = oneLine(text);
  const name = t(`mail:fact.${label}`);
  return { label: name, value, lang, line: t("mail:fact.line", { label: name, value }) };
}

function sessionEntry({ title, lang, room, times }: MailSession, t: Translator): Letter["sessions"]["entries"][number] {
  const venue = t("mail:sessions.venueTime", times);
  const lines = [times.day, venue, ownTime(times.yours, t), room && t("mail:sessions.room", { room: oneLine(room) })];
  return { title: oneLine(title), lang, lines: lines.filter(Boolean) };
}

function ownTime(yours: Times["yours"], t: Translator): string {
  if (!yours) return "";
  return yours.shift === 0 ? t("mail:sessions.yourTime", yours) : t("mail:sessions.yourTimeOtherDay", yours);
}

const paragraphs = (text: string) => text.split("\n\n");
