import { cityInstant } from "#app/i18n/city-of.ts";
import { formatDate, formatList } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { writtenLetter } from "#app/mail/compose-written.ts";
import { letterParts } from "#app/messages/letter/letter-view.ts";
import { render, shownSubject } from "#app/messages/letter/rendering.ts";
import type { Writer } from "#app/messages/letter/writer.queries.ts";
import type { WholeMessage } from "#app/messages/queries.ts";
import { listReaders, type Reader } from "#app/messages/readers.queries.ts";
import { coverage, isOpen, lackOf, textLocaleFor, writtenIn } from "#app/messages/rules.ts";
import { addressedName, nameOrder } from "#app/people/names.ts";
import type { Instant } from "#app/time/instant.ts";
import { dateOf, instantToWall } from "#app/time/wall-time.ts";
import type { Session } from "#app/timetable/queries.ts";
import type { Reading } from "#app/web/doors/door.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import { readerChoice, type SoughtReader } from "./reader-choice.ts";

type Visit = Pick<Reading, "db" | "locale" | "t" | "actor" | "at" | "context">;

/** A message with what it is about and who has written it. */
export type About = { workshop: Workshop; sessions: Session[]; writer: Writer; message: WholeMessage };

/** What a message's page says of it, whatever its state. */
export function messageView({ locale, t, actor }: Visit, { workshop, sessions, writer, message }: About) {
  const { id, state, audience, sendAt, sentAt, sessionId, stayedAt, stayedBecause } = message;
  const session = sessions.find((one) => one.id === sessionId);
  const clocks = { zone: workshop.zone, own: actor.zone, locale, t };
  const moment = (at: Instant | null) => at && bothClocks({ at, ...clocks });
  return {
    id,
    state,
    audience,
    subject: shownSubject(message.texts.subject, workshop, locale),
    session: session
      ? t("messages:form.sessionOption", {
          number: session.number,
          title: textIn(session.title, locale).text,
          day: formatDate(locale, dateOf(session.startsLocal)),
        })
      : null,
    writer: writer.nameIn(locale),
    sendAt: moment(sendAt),
    sentAt: moment(sentAt),
    stayed: stayedAt && stayedBecause ? { because: stayedBecause, at: bothClocks({ at: stayedAt, ...clocks }) } : null,
  };
}

type Moment = { at: Instant; zone: Workshop["zone"]; own: Workshop["zone"] } & Pick<Reading, "locale" | "t">;

/** On the venue's clocks, and on the reader's where they show something else. */
function bothClocks({ at, zone, own, ...reader }: Moment) {
  const isSame = instantToWall(at, zone) === instantToWall(at, own);
  return { venue: cityInstant(reader, at, zone), yours: isSame ? null : cityInstant(reader, at, own) };
}

/**
 * A message before it goes: whom it would reach now, in which languages, what still lacks, and how it reads for one of
 * them.
 */
export async function outlook(visit: Visit, about: About, asked: SoughtReader) {
  const { db, locale } = visit;
  const { message } = about;
  if (!isOpen(message.state)) return null;
  const readers = (await listReaders(db, message)).toSorted(nameOrder(locale));
  const written = writtenIn(message.texts);
  const choice = readerChoice(readers, written, asked);
  const nameIn = (one: Reader) => addressedName(one, locale);
  const unreachable = readers.filter(({ email }) => email === null);
  return {
    count: readers.length,
    unreachable: { count: unreachable.length, names: formatList(locale, unreachable.slice(0, 20).map(nameIn)) },
    coverage: coverage(readers, written).filter((one) => one.readers > 0 || one.isWritten),
    covered: readers.filter((one) => written.includes(one.locale)).length,
    lacks: lackOf(message, readers.length),
    choice: {
      words: asked.words,
      isFound: choice.isFound,
      offered: choice.offered.map((one) => ({
        value: one.enrolmentId as string,
        label: nameIn(one),
        locale: one.locale,
      })),
    },
    preview: choice.shown ? preview(visit, about, choice.shown) : null,
  };
}

export type Coming = NonNullable<Awaited<ReturnType<typeof outlook>>>;
export type Shown = ReturnType<typeof messageView>;

/** Exactly what somebody gets, in parts. */
function preview({ context, at }: Visit, { message, ...about }: About, reader: Reader) {
  const textLocale = textLocaleFor(writtenIn(message.texts), reader.locale);
  if (!textLocale) return null;
  const text = render(message.texts, textLocale, reader, { ...about, appUrl: context.settings.appUrl, at });
  return {
    reader: reader.enrolmentId as string,
    email: reader.email,
    ...letterParts(writtenLetter(reader.locale, { text, writer: about.writer.nameIn(reader.locale) })),
  };
}
