import { findRecipient, type Recipient } from "#app/accounts/recipient.queries.ts";
import { to } from "#app/addresses.ts";
import { formatPeriod } from "#app/i18n/format.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { compose, type LetterFact, type MailParameters } from "#app/mail/compose.ts";
import { deliver } from "#app/mail/deliver.ts";
import type { MailKind } from "#app/mail/kinds.ts";
import { type Handler, type Job, type JobContext, PermanentFailure } from "#app/outbox/job.ts";
import type { Instant } from "#app/time/instant.ts";
import { calendarFileName, workshopCalendar } from "#app/timetable/calendar-ics.ts";
import { sessionTimes } from "#app/timetable/clocks/session-times.ts";
import { listSessionsOf, type Session } from "#app/timetable/queries.ts";
import { listWorkshopsById, type Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { findEnrolmentById, findRank } from "./queries.ts";

// Each tells what happened at its time. Where the enrolment has changed since, another letter tells of that.
export const tellConfirmed: Handler<"enrolment.confirmed"> = (job, context) =>
  tell("enrolment.confirmed", job, context);
export const tellReserve: Handler<"enrolment.reserve"> = (job, context) => tell("enrolment.reserve", job, context);
export const tellPromoted: Handler<"enrolment.promoted"> = (job, context) => tell("enrolment.promoted", job, context);
export const tellWithdrawn: Handler<"enrolment.withdrawn"> = (job, context) =>
  tell("enrolment.withdrawn", job, context);
export const tellCancelled: Handler<"enrolment.cancelled"> = (job, context) =>
  tell("enrolment.cancelled", job, context);

type Kind = Extract<MailKind, `enrolment.${string}`>;
const withSeat: readonly Kind[] = ["enrolment.confirmed", "enrolment.promoted"];
const withSessions: readonly Kind[] = [...withSeat, "enrolment.reserve"];

/** More than these are in the calendar file and on the page. */
const sessionsShown = 3;

async function tell(kind: Kind, job: Job<{ enrolmentId: Id<"enrolment"> }>, context: JobContext): Promise<void> {
  const { database, settings, at } = context;
  const enrolment = await readEnrolment(database.read, job.payload.enrolmentId);
  const { workshop } = enrolment;
  const recipient = await findRecipient(database.read, enrolment.personId);
  const { locale, email, personId } = recipient;
  const sessions = withSessions.includes(kind) ? await listSessionsOf(database.read, [workshop.id]) : [];
  const letter = compose(locale, kind, {
    name: recipient.name,
    values: { workshop: textIn(workshop.texts.title, locale).text || workshop.code },
    facts: [
      ...workshopFacts(workshop, locale),
      ...(kind === "enrolment.reserve" ? await rankFacts(database.read, enrolment) : []),
    ],
    ...comingSessions(sessions, recipient, at),
    link: settings.appUrl + to.me({ locale }),
  });
  const calendar = withSeat.includes(kind)
    ? calendarOf(workshop, sessions, { locale, appUrl: settings.appUrl })
    : undefined;
  await deliver(context, job, { ...letter, to: email, personId, workshopId: workshop.id, locale, kind, calendar });
}

async function readEnrolment(db: Reader, id: Id<"enrolment">) {
  const enrolment = await findEnrolmentById(db, id);
  const [workshop] = enrolment ? await listWorkshopsById(db, [enrolment.workshopId]) : [];
  if (!enrolment || !workshop) throw new PermanentFailure("NoSuchEnrolment");
  return { ...enrolment, workshop };
}

function workshopFacts(workshop: Workshop, locale: Locale): LetterFact[] {
  const title = textIn(workshop.texts.title, locale);
  const venue = textIn(workshop.texts.venue, locale);
  return [
    { label: "workshop", ...title, text: title.text || workshop.code },
    { label: "dates", text: formatPeriod(locale, workshop.startsOn, workshop.endsOn) },
    ...(venue.text ? [{ label: "venue" as const, ...venue }] : []),
  ];
}

/** Whoever has moved on meanwhile has no rank any more. */
async function rankFacts(db: Reader, enrolment: Parameters<typeof findRank>[1]): Promise<LetterFact[]> {
  const rank = await findRank(db, enrolment);
  return rank === null ? [] : [{ label: "rank", text: String(rank) }];
}

function comingSessions(
  sessions: Session[],
  reader: Recipient,
  at: Instant,
): Pick<MailParameters, "sessions" | "furtherSessions"> {
  const t = translator(reader.locale);
  const coming = sessions.filter(({ endsAt }) => endsAt > at);
  return {
    sessions: coming.slice(0, sessionsShown).map((session) => {
      const { text, lang } = textIn(session.title, reader.locale);
      return { title: text, lang, room: session.room, times: sessionTimes(session, reader, t) };
    }),
    furtherSessions: Math.max(0, coming.length - sessionsShown),
  };
}

const calendarOf = (workshop: Workshop, sessions: Session[], edition: Parameters<typeof workshopCalendar>[2]) => ({
  fileName: calendarFileName(workshop),
  content: workshopCalendar(workshop, sessions, edition),
});
