import { findRecipient, type Recipient } from "#app/accounts/recipient.queries.ts";
import { to } from "#app/addresses.ts";
import { textIn } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { compose, type LetterFact, type MailParameters } from "#app/mail/compose.ts";
import { deliver } from "#app/mail/deliver.ts";
import type { MailKind } from "#app/mail/kinds.ts";
import type { Handler, Job, JobContext } from "#app/outbox/job.ts";
import type { Instant } from "#app/time/instant.ts";
import { sessionTimes } from "#app/timetable/clocks/session-times.ts";
import { type VisitDetails, visitWords } from "#app/timetable/visits/visit-view.ts";
import { workshopFacts } from "#app/workshops/letter-facts.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { calendarFor, readClosingDay, readEnrolment, readSessions } from "./letter-parts.ts";
import { askingIn } from "./offers/letters/asking.ts";
import { findRank } from "./queries.ts";
import { isSeated } from "./rules.ts";
import { planOf, type ToldSession, toldPlace } from "./told/plan.ts";
import { keepTold } from "./told/told.commands.ts";

// Each tells what happened at its time. Where the enrolment has changed since, another letter tells of that.
export const tellConfirmed: Handler<"enrolment.confirmed"> = (job, context) =>
  tell("enrolment.confirmed", job, context);
export const tellReserve: Handler<"enrolment.reserve"> = (job, context) => tell("enrolment.reserve", job, context);
export const tellPromoted: Handler<"enrolment.promoted"> = (job, context) => tell("enrolment.promoted", job, context);
export const tellWithdrawn: Handler<"enrolment.withdrawn"> = (job, context) =>
  tell("enrolment.withdrawn", job, context);
export const tellCancelled: Handler<"enrolment.cancelled"> = (job, context) =>
  tell("enrolment.cancelled", job, context);

export type SeatLetter = Exclude<
  Extract<MailKind, `enrolment.${string}`>,
  `enrolment.${"replanned" | "postponed"}${string}`
>;
/** Of a seat that is given or taken back: the calendar follows. */
const withCalendar: readonly SeatLetter[] = [
  ...(["enrolment.confirmed", "enrolment.promoted", "enrolment.withdrawn", "enrolment.cancelled"] as const),
  ...(["enrolment.added", "enrolment.seated", "enrolment.removed", "enrolment.unseated"] as const),
  ...(["enrolment.declined", "enrolment.lapsed"] as const),
  "enrolment.selected",
];
/** They say what is planned: whoever reads them is told when it changes. */
const withPlan: readonly SeatLetter[] = [
  ...(["enrolment.confirmed", "enrolment.promoted", "enrolment.reserve"] as const),
  ...(["enrolment.added", "enrolment.addedReserve", "enrolment.seated"] as const),
  ...(["enrolment.selected", "enrolment.selectedReserve"] as const),
];
const withRank: readonly SeatLetter[] = [
  ...(["enrolment.reserve", "enrolment.addedReserve", "enrolment.selectedReserve", "enrolment.unseated"] as const),
];

/** More than these are in the calendar file and on the page. */
const sessionsShown = 3;

/** What a coordinator who has acted for somebody says in the letter, and who reads the answer. */
type Behalf = { coordinator: string; replyTo: string | null; note: string | null };

/** @param behalf in the reader's language, where a coordinator has acted for them: they may have no account */
export async function tell(
  kind: SeatLetter,
  job: Job<{ enrolmentId: Id<"enrolment"> }>,
  context: JobContext,
  behalf?: (reader: Recipient) => Behalf,
) {
  const { database, settings, at } = context;
  const { enrolmentId } = job.payload;
  const enrolment = await readEnrolment(context, enrolmentId);
  const { workshop } = enrolment;
  // its holder has another one there, which counts
  if (enrolment.mergedIntoId) return undefined;
  const recipient = await findRecipient(database.read, enrolment.personId);
  const { locale, email, personId } = recipient;
  const act = behalf?.(recipient);
  const all = await readSessions(context, workshop.id);
  const sessions = all.filter(({ isRemoved }) => !isRemoved);
  const tellsPlan = withPlan.includes(kind);
  const closesOn = tellsPlan ? await readClosingDay(context, workshop.id) : null;
  const asking = await askingIn(context, kind, { enrolmentId, zone: workshop.zone }, recipient);
  const letter = compose(locale, asking?.kind ?? kind, {
    name: recipient.name,
    values: {
      workshop: textIn(workshop.texts.title, locale).text || workshop.code,
      ...(act && { coordinator: act.coordinator }),
    },
    facts: [
      ...workshopFacts(workshop, locale),
      ...(asking ? [asking.fact] : []),
      ...(withRank.includes(kind) ? await rankFacts(database.read, enrolment) : []),
      ...(act?.note ? [{ label: "words" as const, text: act.note }] : []),
    ],
    ...comingSessions(tellsPlan ? sessions : [], { ...recipient, isSeated: isSeated(enrolment.state) }, at),
    // whoever is asked answers by the link, with or without an account
    hasAccount: recipient.hasAccount || asking !== null,
    ...(act?.replyTo && { answeredBy: act.coordinator }),
    // whoever has no account, or may not have asked for anything, begins at the workshop
    link:
      asking?.link ??
      settings.appUrl +
        (act || !recipient.hasAccount ? to.workshop({ locale, code: workshop.code }) : to.me({ locale })),
  });
  const calendar = withCalendar.includes(kind)
    ? calendarFor(enrolment, all, { locale, appUrl: settings.appUrl })
    : undefined;
  const replyTo = act?.replyTo ?? undefined;
  const message = {
    ...{ ...letter, to: email, personId, workshopId: workshop.id, locale, calendar, replyTo },
    ...{ kind: asking?.kind ?? kind, isSecret: asking !== null },
  };
  return deliver(context, job, message, async (trx) => {
    if (tellsPlan) await keepTold(trx, enrolmentId, planOf({ ...workshop, closesOn }, sessions), at);
  });
}

/** Whoever has moved on meanwhile has no rank any more. */
async function rankFacts(db: Reader, enrolment: Parameters<typeof findRank>[1]): Promise<LetterFact[]> {
  const rank = await findRank(db, enrolment);
  return rank === null ? [] : [{ label: "rank", text: String(rank) }];
}

function comingSessions(
  sessions: readonly (ToldSession & { visit: VisitDetails | null })[],
  reader: Recipient & { isSeated: boolean },
  at: Instant,
): Pick<MailParameters, "sessions" | "furtherSessions"> {
  const t = translator(reader.locale);
  const coming = sessions.filter(({ endsAt }) => endsAt > at);
  return {
    sessions: coming.slice(0, sessionsShown).map((session) => {
      const { text, lang } = textIn(session.title, reader.locale);
      const joinUrl = reader.isSeated ? session.joinUrl : "";
      return {
        title: text,
        lang,
        room: toldPlace(session, reader.locale),
        joinUrl,
        visit: reader.isSeated ? visitWords(session.visit, reader.locale, t) : [],
        times: sessionTimes(session, reader, t),
      };
    }),
    furtherSessions: Math.max(0, coming.length - sessionsShown),
  };
}
