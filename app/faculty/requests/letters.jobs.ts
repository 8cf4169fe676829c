import { findAccount } from "#app/accounts/queries.ts";
import { findRecipient, type Recipient } from "#app/accounts/recipient.queries.ts";
import { to } from "#app/addresses.ts";
import { isAnswerable } from "#app/faculty/rules.ts";
import { formatList } from "#app/i18n/format.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { compose, type LetterFact, type MailChange, type MailParameters, type MailSession } from "#app/mail/compose.ts";
import { deliver } from "#app/mail/deliver.ts";
import { isMailSent } from "#app/mail/queries.ts";
import { endQuietly } from "#app/outbox/end-quietly.ts";
import { type Handler, type Job, type JobContext, PermanentFailure } from "#app/outbox/job.ts";
import { addressedName } from "#app/people/names.ts";
import { listNames } from "#app/people/queries.ts";
import { sessionTimes } from "#app/timetable/clocks/session-times.ts";
import { placeText } from "#app/timetable/place.ts";
import { workshopFacts } from "#app/workshops/letter-facts.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { keepToldTeaching } from "./asking.commands.ts";
import { isTheirs } from "./following.commands.ts";
import { makeTeachingLink } from "./links.commands.ts";
import { findRequest, findRequested, type RequestedSession, type TeachingRequest } from "./requests.queries.ts";
import { type TeachingChange, type ToldTeaching, teachingChanges } from "./told.rules.ts";

type Carrying = Job<{ teachingRequestId: Id<"teachingRequest"> }>;

export const askToTeach: Handler<"teaching.asked"> = (job, context) => sendRequest("teaching.asked", job, context);
export const remindToAnswer: Handler<"teaching.reminded"> = (job, context) =>
  sendRequest("teaching.reminded", job, context);

/** More than these are on the page of the request. */
const sessionsShown = 8;

/** What a letter about a request needs. @throws PermanentFailure where it is gone */
async function readRequest({ database: { read } }: JobContext, id: Id<"teachingRequest">) {
  const request = await findRequest(read, id);
  const requested = request && (await findRequested(read, request));
  if (!requested) throw new PermanentFailure("NoSuchRequest");
  return { request, ...requested };
}

type Read = Awaited<ReturnType<typeof readRequest>>;

/** Of a request and of its reminders: sessions to say yes or no to. The link is made as it is sent. */
async function sendRequest(kind: "teaching.asked" | "teaching.reminded", job: Carrying, context: JobContext) {
  const read = await readRequest(context, job.payload.teachingRequestId);
  const { request, workshop, sessions } = read;
  const waiting = sessions.filter((session) => session.state === "asked" && isAnswerable(session, context.at));
  // whoever has answered meanwhile, or is asked no more, has nothing to answer
  if (request.closedAt !== null || workshop.state === "cancelled" || !waiting.length) return endQuietly(job, context);
  const reader = await findRecipient(context.database.read, request.personId);
  return send(kind, job, context, {
    ...{ read, reader },
    facts: [...workshopFacts(workshop, reader.locale), roleFact(waiting, reader.locale)],
    sessions: waiting.slice(0, sessionsShown).map((session) => onClocks(session, reader)),
    furtherSessions: Math.max(0, waiting.length - sessionsShown),
  });
}

/** Sessions were moved, or are theirs no more. What they had agreed to stands, and they may still decline it. */
export const tellTeachingReplanned: Handler<"teaching.replanned"> = async (job, context) => {
  const read = await readRequest(context, job.payload.teachingRequestId);
  const { request, workshop, sessions } = read;
  const own = sessions.filter(({ state }) => isTheirs(state));
  const changes = teachingChanges(JSON.parse(request.told) as ToldTeaching[], own, context.at);
  if (request.closedAt !== null || !changes.length) return endQuietly(job, context);
  const reader = await findRecipient(context.database.read, request.personId);
  return send("teaching.replanned", job, context, {
    ...{ read, reader },
    facts: workshopFacts(workshop, reader.locale),
    changes: changes.map((change) => inWords(change, reader)),
  });
};

/** Nothing is asked of them any more, or the workshop is not held. */
export const tellReleased: Handler<"teaching.released"> = async (job, context) => {
  const read = await readRequest(context, job.payload.teachingRequestId);
  const reader = await findRecipient(context.database.read, read.request.personId);
  return send("teaching.released", job, context, {
    ...{ read, reader },
    facts: workshopFacts(read.workshop, reader.locale),
  });
};

type Sending = Pick<MailParameters, "facts" | "sessions" | "furtherSessions" | "changes"> & {
  read: Read;
  reader: Recipient;
};
type ToTeacher = "teaching.asked" | "teaching.reminded" | "teaching.replanned" | "teaching.released";

async function send(kind: ToTeacher, job: Carrying, context: JobContext, { read, reader, ...parts }: Sending) {
  const { database, settings, at } = context;
  const { request, workshop, sessions } = read;
  if (await isMailSent(database.read, job.id)) return undefined;
  const { locale, email, personId, name } = reader;
  const asker = await askerOf(database.read, request, locale);
  const token = await database.transact((trx) => makeTeachingLink(trx, request.id, at));
  const letter = compose(locale, kind, {
    name,
    ...parts,
    values: {
      workshop: textIn(workshop.texts.title, locale).text || workshop.code,
      coordinator: asker.name,
    },
    ...(asker.email && { answeredBy: asker.name }),
    link: settings.appUrl + to.teachingRequest({ locale, token }),
  });
  const message = { ...letter, to: email, personId, workshopId: workshop.id, locale, kind, isSecret: true };
  const own = sessions.filter(({ state }) => isTheirs(state));
  return deliver(context, job, { ...message, replyTo: asker.email ?? undefined }, async (trx) => {
    await keepToldTeaching(trx, request.id, { sessions: own, at });
  });
}

/** Whoever has asked, as long as they can be written to; else the workshop's coordination. */
async function askerOf(db: Reader, { askedBy }: TeachingRequest, locale: Locale) {
  const asker = askedBy && (await findAccount(db, askedBy));
  if (!asker || asker.disabledAt) return { name: translator(locale)("mail:coordination"), email: null };
  return { name: addressedName(asker, locale), email: asker.email };
}

/** To whoever has asked: somebody cannot come, and why. */
export const tellDeclined: Handler<"teaching.declined"> = async (job, context) => {
  const { database, settings, at } = context;
  const { request, workshop, sessions } = await readRequest(context, job.payload.teachingRequestId);
  const asker = request.askedBy && (await findAccount(database.read, request.askedBy));
  const declined = sessions.filter(({ state, endsAt }) => state === "declined" && endsAt > at);
  if (!asker || asker.disabledAt || !declined.length) return endQuietly(job, context);
  const reader = await findRecipient(database.read, asker.personId);
  const [teacher] = await listNames(database.read, [request.personId]);
  const { locale, email, personId } = reader;
  const letter = compose(locale, "teaching.declined", {
    name: reader.name,
    values: {
      workshop: textIn(workshop.texts.title, locale).text || workshop.code,
      person: teacher ? addressedName(teacher, locale) : "",
    },
    facts: [
      ...workshopFacts(workshop, locale),
      ...(request.reason ? [{ label: "reason" as const, text: request.reason }] : []),
    ],
    sessions: declined.slice(0, sessionsShown).map((session) => onClocks(session, reader)),
    furtherSessions: Math.max(0, declined.length - sessionsShown),
    link: settings.appUrl + to.overview({ locale, code: workshop.code }),
  });
  const kind = "teaching.declined" as const;
  return deliver(context, job, { ...letter, to: email, personId, workshopId: workshop.id, locale, kind });
};

function roleFact(sessions: readonly RequestedSession[], locale: Locale): LetterFact {
  const t = translator(locale);
  const roles = [...new Set(sessions.map(({ role }) => role))];
  return {
    label: "role",
    text: formatList(
      locale,
      roles.map((role) => t(`faculty:role.${role}`)),
    ),
  };
}

function onClocks(session: ToldTeaching, reader: Pick<Recipient, "locale" | "zone">): MailSession {
  const t = translator(reader.locale);
  const { text, lang } = textIn(session.title, reader.locale);
  return { title: text, lang, room: placeText(session, reader.locale), times: sessionTimes(session, reader, t) };
}

function inWords({ before, now }: TeachingChange, reader: Pick<Recipient, "locale" | "zone">): MailChange {
  const { text, lang } = textIn((now ?? before).title, reader.locale);
  const title = text || translator(reader.locale)("mail:changes.session");
  return { title, lang, before: onClocks(before, reader), now: now && onClocks(now, reader) };
}
