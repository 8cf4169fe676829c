import { to } from "#app/addresses.ts";
import { formatPeriod } from "#app/i18n/format.ts";
import { type Locale, type Texts, textIn } from "#app/i18n/locales.ts";
import { type Translator, translator } from "#app/i18n/translator.server.ts";
import type { WrittenText } from "#app/mail/compose-written.ts";
import type { MessageTexts } from "#app/messages/rules.ts";
import { addressedName } from "#app/people/names.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Zone } from "#app/time/zones.ts";
import { sessionTimes } from "#app/timetable/clocks/session-times.ts";
import type { Session } from "#app/timetable/queries.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import { placeholderWords } from "./placeholder-words.ts";
import { filledIn, type Placeholder } from "./placeholders.rules.ts";
import type { Writer } from "./writer.queries.ts";

/** What a message is about, whoever reads it. */
export type Subject = {
  workshop: Workshop;
  /** As they stand, by time. */
  sessions: readonly Session[];
  writer: Pick<Writer, "nameIn">;
  appUrl: string;
  at: Instant;
};

/** Whom a copy is for: their own names, language and clock. */
export type Addressee = Parameters<typeof addressedName>[0] & { locale: Locale; zone: Zone };

/** The text of one language, filled in for one reader, and in their words where they read another language. */
export function render(texts: MessageTexts, textLocale: Locale, reader: Addressee, subject: Subject): WrittenText {
  const values = valuesFor(textLocale, reader, subject);
  const words = placeholderWords();
  return {
    subject: filledIn(texts.subject[textLocale] ?? "", words, values),
    body: filledIn(texts.body[textLocale] ?? "", words, values),
    lang: textLocale,
  };
}

/** All in the language of the text, so that no sentence has two. Only the link leads to the reader's own pages. */
function valuesFor(
  locale: Locale,
  reader: Addressee,
  { workshop, sessions, writer, appUrl, at }: Subject,
): Record<Placeholder, string> {
  const t = translator(locale);
  return {
    name: addressedName(reader, locale),
    ...aboutWorkshop(locale, workshop),
    nextSession: nextSession(
      sessions.find(({ endsAt }) => endsAt > at),
      { locale, zone: reader.zone },
      t,
    ),
    link: appUrl + to.workshop({ locale: reader.locale, code: workshop.code }),
    coordinator: writer.nameIn(locale),
  };
}

/** What is the same for every reader. */
const aboutWorkshop = (locale: Locale, { code, startsOn, endsOn, texts }: Workshop) => ({
  workshop: textIn(texts.title, locale).text || code,
  dates: formatPeriod(locale, startsOn, endsOn),
  venue: textIn(texts.venue, locale).text || translator(locale)("mail:changes.unknown"),
});

/** A subject for those who work on its message, filled in as far as it is the same for every reader. */
export function shownSubject(subject: Texts, workshop: Workshop, locale: Locale): { text: string; lang: Locale } {
  const { text, lang } = textIn(subject, locale);
  return { text: filledIn(text, placeholderWords(), aboutWorkshop(lang, workshop)), lang };
}

/** On the venue's clocks, and on the reader's where they show something else. */
function nextSession(session: Session | undefined, reader: { locale: Locale; zone: Zone }, t: Translator): string {
  if (!session) return t("messages:nextSession.none");
  const { day, time, city, yours } = sessionTimes(session, reader, t);
  const title = textIn(session.title, reader.locale).text;
  const at = t("messages:nextSession.venue", { day, time, city });
  const named = title ? t("messages:nextSession.named", { title, at }) : at;
  if (!yours) return named;
  const own = yours.shiftLabel ? t("common:day.shifted", { time: yours.time, day: yours.shiftLabel }) : yours.time;
  return t("messages:nextSession.yours", { session: named, time: own, city: yours.city });
}
