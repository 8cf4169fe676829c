import { setTimeout as wait } from "node:timers/promises";
import { hasControls } from "#app/documents/one-line.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { completeJob } from "#app/outbox/commands.ts";
import { ended, type JobContext, PermanentFailure } from "#app/outbox/job.ts";
import { claimMinutes } from "#app/outbox/rules.ts";
import type { Settings } from "#app/settings/settings.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { markSent, recordMail } from "./commands.ts";
import type { Composed } from "./compose.ts";
import type { MailKind } from "./kinds.ts";
import { isMailSent } from "./queries.ts";
import { type Envelope, sendBySmtp } from "./smtp.ts";

export type Message = Composed & {
  to: string;
  personId: Id<"person"> | null;
  workshopId: Id<"workshop"> | null;
  locale: Locale;
  kind: MailKind;
  calendar?: { fileName: string; content: string };
  /** Whether it holds a link that each attempt makes anew: then each attempt is another message. */
  isSecret?: boolean;
  /** Where an answer goes; nowhere by default. */
  replyTo?: string;
};

/** The reaction that a message is. */
type Job = { id: Id<"outbox"> };

/** There is no mail server yet: the job waits and tries again. */
class NoMailServer extends Error {
  override name = "NoMailServer";
}

/** What else is written down together with the fact that a message has gone out. */
type Sent = (trx: Writer) => Promise<void>;

/**
 * Records a message under its job's id, and sends it unless that job has sent it before. The job is ended together with
 * the note that the message has gone out.
 * Without SMTP_URL a demo keeps it readable; elsewhere it stays in the outbox.
 * @throws PermanentFailure where the address or the server's answer (5xx) leaves no hope
 */
export async function deliver(
  context: JobContext,
  job: Job,
  message: Message,
  keepSent: Sent = async () => {},
): Promise<typeof ended | undefined> {
  const { database, settings, at } = context;
  const startedMs = performance.now();
  refuseInjection(message);
  if (await isMailSent(database.read, job.id)) return undefined;
  // a letter is kept as it looked only where nothing is sent, and its text only where it holds no secret link
  const end: Sent = async (trx) => {
    await keepSent(trx);
    await completeJob(trx, { jobId: job.id, at });
  };
  const isReadable = settings.smtpUrl === null && settings.demo;
  await database.transact(async (trx) => {
    await recordMail(trx, mailOf(job, message, { at, isReadable }));
    if (isReadable) await end(trx);
  });
  if (isReadable) return ended;
  if (settings.smtpUrl === null) throw new NoMailServer();
  await sendBySmtp(settings.smtpUrl, envelopeOf(job, message, context));
  await keepTrying(context, startedMs, async (trx) => {
    await markSent(trx, { id: job.id, at });
    await end(trx);
  });
  return ended;
}

/** Less than the outbox's claim: after it another worker may have the job. */
const markingPatienceMs = claimMinutes * 60_000 - 15_000;
const markingPauseMs = 1_000;

/** What was sent and not written down would be sent once more: a database that is away for a moment is waited for. */
async function keepTrying(
  { database, log }: JobContext,
  startedMs: number,
  write: (trx: Writer) => Promise<void>,
): Promise<void> {
  for (;;) {
    try {
      return await database.transact(write);
    } catch (err) {
      const mayPass = database.dialect.isUnavailable(err) || database.dialect.isConflict(err);
      if (!mayPass || performance.now() - startedMs > markingPatienceMs) throw err;
      log.warn({ err }, "sent, but not written down yet");
      await wait(markingPauseMs);
    }
  }
}

function refuseInjection({ to, subject, replyTo = "" }: Message): void {
  if (hasControls(to + replyTo) || !/^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]{1,190}$/.test(to))
    throw new PermanentFailure("BadAddress");
  if (hasControls(subject)) throw new PermanentFailure("BadSubject");
}

function mailOf({ id }: Job, message: Message, { at, isReadable }: { at: Instant; isReadable: boolean }) {
  const { kind, workshopId, personId, locale, subject } = message;
  const isText = isReadable || !message.isSecret;
  const bodies = { bodyText: isText ? message.text : null, bodyHtml: isReadable ? message.html : null };
  return { id, kind, workshopId, personId, toAddress: message.to, locale, subject, ...bodies, composedAt: at };
}

function envelopeOf(job: Job, message: Message, { settings, at }: JobContext): Envelope {
  const host = mailHost(settings);
  // some mailboxes hide a second message with the same id. That is right for the same letter. It is wrong for a letter
  // with a new link, as the link of the first no longer works
  const unique = message.isSecret ? `${job.id}.${Date.parse(at)}` : job.id;
  const from = settings.mailFrom ?? { name: "Puente", address: `no-reply@${host}` };
  return { ...message, from, messageId: `<${unique}@${host}>`, sentAt: at };
}

const mailHost = ({ demo, appUrl }: Settings) => (demo ? "demo.example" : new URL(appUrl).hostname);
