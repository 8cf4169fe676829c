import { findRecipient } from "#app/accounts/recipient.queries.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { composeWritten } from "#app/mail/compose-written.ts";
import { deliver } from "#app/mail/deliver.ts";
import type { MailKind } from "#app/mail/kinds.ts";
import { completeJob } from "#app/outbox/commands.ts";
import {
  eachAlone,
  type Handler,
  type Job,
  type JobContext,
  PermanentFailure,
  type Round,
  readAlike,
} from "#app/outbox/job.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import { hold } from "#db/hold.ts";
import type { Id } from "#db/id.ts";
import { sendWhenDue } from "./commands.ts";
import { spreadMessage } from "./delivery/copies.commands.ts";
import { findAddressee } from "./letter/addressee.queries.ts";
import { render } from "./letter/rendering.ts";
import { findWriter } from "./letter/writer.queries.ts";
import { findCopy, findMessageById, findText, listDue } from "./queries.ts";

/** Messages that wait for their time: no job waits for so long. */
export const sendDueMessages: Round = async (database, at) =>
  eachAlone(await listDue(database.read, at), ({ id }) => database.transact((trx) => sendWhenDue(trx, id, at)));

/** A message goes: everybody whom it is for gets a copy, once. */
export const spreadCopies: Handler<"message.sent"> = async ({ id: jobId, payload }, { database, at }) => {
  await database.transact(async (trx) => {
    if (!(await completeJob(trx, { jobId, at }))) return;
    await hold(trx, "message", payload.messageId);
    const message = await findMessageById(trx, payload.messageId);
    if (message?.state === "sent") await spreadMessage(trx, message, at);
  });
};

export const sendCopy: Handler<"message.copied"> = async (job, context) => {
  const { read } = context.database;
  const copy = await findCopy(read, job.payload.messageRecipientId);
  const message = copy && (await readMessage(context, copy.messageId));
  if (!message) throw new PermanentFailure("NoSuchMessage");
  return sendTo(job, context, { message, ...copy, kind: "message.written" });
};

export const sendTrial: Handler<"message.tried"> = async (job, context) => {
  const { messageTextId, personId } = job.payload;
  const text = await findText(context.database.read, messageTextId);
  const message = text && (await findMessageById(context.database.read, text.messageId));
  if (!message) throw new PermanentFailure("NoSuchMessage");
  return sendTo(job, context, { message, personId, textLocale: text.locale, kind: "message.trial" });
};

type Sending = {
  message: NonNullable<Awaited<ReturnType<typeof findMessageById>>>;
  personId: Id<"person">;
  textLocale: Locale;
  kind: Extract<MailKind, `message.${string}`>;
};

/** To one reader, as they read it now. An answer goes to whoever has written it. */
async function sendTo(job: Job, context: JobContext, { message, personId, textLocale, kind }: Sending) {
  const { read } = context.database;
  const { workshopId, texts } = message;
  const recipient = await findRecipient(read, personId);
  const reader = await findAddressee(read, personId);
  const { locale, email } = recipient;
  const subject = await readSubject(context, message);
  const text = render(texts, textLocale, reader, subject);
  const letter = composeWritten(locale, {
    text,
    writer: subject.writer.nameIn(locale),
    isTrial: kind === "message.trial",
  });
  const replyTo = subject.writer.email;
  return deliver(context, job, { ...letter, to: email, personId, workshopId, locale, kind, replyTo });
}

const readMessage = (context: JobContext, id: Id<"message">) =>
  readAlike(context, `message ${id}`, () => findMessageById(context.database.read, id));

/** What all copies of a message have in common. */
const readSubject = (context: JobContext, { workshopId, writtenBy }: Sending["message"]) =>
  readAlike(context, `subject ${workshopId} ${writtenBy}`, async () => {
    const { settings, at, database } = context;
    const [workshop] = await listWorkshopsById(database.read, [workshopId]);
    if (!workshop) throw new PermanentFailure("NoSuchWorkshop");
    const sessions = await listSessionsOf(database.read, [workshopId]);
    return { workshop, sessions, writer: await findWriter(database.read, writtenBy), appUrl: settings.appUrl, at };
  });
