import { oneLine } from "#app/documents/one-line.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { type Translator, translator } from "#app/i18n/translator.server.ts";
import { type AutomaticKind, kindsWithoutAccount } from "./kinds.ts";
import { type ChangeEntry, type ChangeSide, type Letter, letterText } from "./letter.ts";
import { letterHtml } from "./letter-html.ts";

/** `lang` is the language in which the text really is: it may have fallen back. */
export type LetterFact = {
  label:
    | "workshop"
    | "dates"
    | "closing"
    | "venue"
    | "mode"
    | "zone"
    | "rank"
    | "certificate"
    | "former"
    | "reason"
    | "leftBy"
    | "owedReviews"
    | "dueOn"
    | "note"
    | "words"
    | "account"
    | "role"
    | "deadline"
    | "correctBy"
    | "answerBy"
    | "nomineeDeadline"
    | "sentAt"
    | "task"
    | "selected"
    | "reserve"
    | "notSelected";
  text: string;
  lang?: Locale;
};

type Clock = { time: string; city: string; offset: string };
/** The venue's time, and the recipient's own where it differs. */
type Times = Clock & { day: string; yours: (Clock & { shift: number; shiftLabel: string }) | null };
export type MailSession = {
  title: string;
  lang: Locale;
  room: string;
  joinUrl?: string;
  visit?: string[];
  times: Times;
};

/** A fact by its old text and its new one, or a session that was moved, added (no `before`) or removed (no `now`). */
export type MailChange =
  | { fact: LetterFact["label"]; before: Worded; now: Worded }
  | { title: string; lang: Locale; before: MailSession | null; now: MailSession | null };
type Worded = { text: string; lang?: Locale };

export type MailParameters = {
  /** The recipient's. */
  name: string;
  /** What the texts of this kind mention. */
  values?: Record<string, string>;
  facts?: LetterFact[];
  sessions?: MailSession[];
  /** Sessions beyond the ones listed. */
  furtherSessions?: number;
  changes?: MailChange[];
  /** Changes beyond the ones listed. */
  furtherChanges?: number;
  /** Who reads what somebody answers; nobody by default. */
  answeredBy?: string;
  /** Whether its reader can open their own pages; they can by default. Otherwise the link leads to a public one. */
  hasAccount?: boolean;
  link: string;
};

type Say = (key: string, values: Record<string, string>) => string;

export type Composed = { subject: string; text: string; html: string };

/** A message in its recipient's language; every word of ours comes from `mail.json`. */
export function compose(locale: Locale, kind: AutomaticKind, parameters: MailParameters): Composed {
  const t = translator(locale);
  // the compiler cannot check a key and values that are both computed. A test holds every kind's texts complete
  const say = t as unknown as Say;
  const values = Object.fromEntries(
    Object.entries(parameters.values ?? {}).map(([name, value]) => [name, oneLine(value)]),
  );
  const { hasAccount = true } = parameters;
  const next =
    !hasAccount && kindsWithoutAccount.includes(kind) ? `mail:withoutAccount.next.${kind}` : `mail:${kind}.next`;
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
    changes: {
      ...{ title: t("mail:changes.title"), before: t("mail:changes.before"), now: t("mail:changes.now") },
      entries: (parameters.changes ?? []).map((change) => changeEntry(change, t)),
      further: parameters.furtherChanges ? t("mail:changes.further", { count: parameters.furtherChanges }) : "",
    },
    button: {
      label: hasAccount ? t(`mail:${kind}.button`) : publicButton(kind, t),
      url: parameters.link,
      hint: t("mail:linkHint"),
    },
    next: paragraphs(say(next, values)),
    closing: [t("mail:signature"), answering(parameters.answeredBy, t)],
  };
  return { subject: letter.subject, text: letterText(letter), html: letterHtml(letter) };
}

const publicButton = (kind: AutomaticKind, t: Translator) =>
  t(`mail:withoutAccount.button.${kind.startsWith("certificate.") ? "certificate" : "enrolment"}`);

const answering = (name: string | undefined, t: Translator) =>
  name === undefined ? t("mail:automatic") : t("mail:answered", { name: oneLine(name) });

function factLine({ label, text, lang }: LetterFact, t: Translator): Letter["facts"][number] {
  const value = oneLine(text);
  const name = t(`mail:fact.${label}`);
  return { label: name, value, lang, line: t("mail:fact.line", { label: name, value }) };
}

function changeEntry(change: MailChange, t: Translator): ChangeEntry {
  if ("fact" in change) {
    const side = ({ text, lang }: Worded): ChangeSide => ({
      lines: [oneLine(text) || t("mail:changes.unknown")],
      lang,
    });
    return { title: t(`mail:fact.${change.fact}`), before: side(change.before), now: side(change.now) };
  }
  const side = (session: MailSession | null, otherwise: string): ChangeSide => ({
    lines: session ? sessionLines(session, change.title, t) : [otherwise],
  });
  return {
    title: oneLine(change.title),
    lang: change.lang,
    before: side(change.before, t("mail:changes.added")),
    now: side(change.now, t("mail:changes.removed")),
  };
}

/** A title stands among the lines where it is another than the one above them. */
function sessionLines(session: MailSession, heading: string, t: Translator): string[] {
  const { title, lines } = sessionEntry(session, t);
  return title && title !== oneLine(heading) ? [title, ...lines] : lines;
}

function sessionEntry(
  { title, lang, room, joinUrl, visit = [], times }: MailSession,
  t: Translator,
): Letter["sessions"]["entries"][number] {
  const venue = t("mail:sessions.venueTime", times);
  const where = room && t("mail:sessions.room", { room: oneLine(room) });
  const join = joinUrl ? t("mail:sessions.join", { url: oneLine(joinUrl) }) : "";
  const lines = [times.day, venue, ownTime(times.yours, t), where, join, ...visit.map(oneLine)];
  return { title: oneLine(title), lang, lines: lines.filter(Boolean) };
}

function ownTime(yours: Times["yours"], t: Translator): string {
  if (!yours) return "";
  return yours.shift === 0 ? t("mail:sessions.yourTime", yours) : t("mail:sessions.yourTimeOtherDay", yours);
}

const paragraphs = (text: string) => text.split("\n\n");
