import { setTimeout as wait } from "node:timers/promises";
import { createTransport, type SendMailOptions } from "nodemailer";
import type { Locale } from "#app/i18n/locales.ts";
import { failureCode } from "#app/outbox/failure.ts";
import { PermanentFailure } from "#app/outbox/job.ts";
import { isLoopback } from "#app/settings/settings.ts";
import type { Instant } from "#app/time/instant.ts";

export type Envelope = {
  from: { name: string; address: string };
  to: string;
  replyTo?: string;
  messageId: string;
  sentAt: Instant;
  locale: Locale;
  subject: string;
  text: string;
  html: string;
  calendar?: { fileName: string; content: string };
};

const stepMs = 15_000;
/** Half of the outbox's claim: the rest is for writing down that the message was sent. */
const patienceMs = 60_000;

/** @throws PermanentFailure where the server refuses this message for good; anything else may pass */
export async function sendBySmtp(smtpUrl: string, envelope: Envelope): Promise<void> {
  const transport = createTransport({
    url: smtpUrl,
    requireTLS: requiresTls(smtpUrl),
    connectionTimeout: stepMs,
    greetingTimeout: stepMs,
    dnsTimeout: stepMs,
    socketTimeout: 2 * stepMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await inTime(transport.sendMail(mimeOf(envelope)));
  } catch (error) {
    throw isRefusal(error) ? new PermanentFailure(failureCode(error)) : error;
  } finally {
    transport.close();
  }
}

/** A password never crosses a network in clear. `?requireTLS=false` allows it, where there is no other way. */
export function requiresTls(smtpUrl: string): boolean {
  const { hostname, password, searchParams } = new URL(smtpUrl);
  return (
    password !== "" && !isLoopback(hostname.replace(/^\[(.*)\]$/, "$1")) && searchParams.get("requireTLS") !== "false"
  );
}

function mimeOf({
  from,
  to,
  replyTo,
  messageId,
  sentAt,
  locale,
  subject,
  text,
  html,
  calendar,
}: Envelope): SendMailOptions {
  return {
    from,
    // as an object: a text would be parsed, and could name several recipients
    to: { name: "", address: to },
    replyTo: replyTo ? { name: "", address: replyTo } : undefined,
    messageId,
    date: new Date(sentAt),
    subject,
    text,
    html,
    headers: { "Content-Language": locale, "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    attachments: calendar && [
      {
        filename: calendar.fileName,
        content: calendar.content,
        contentType: "text/calendar; charset=utf-8; method=PUBLISH",
      },
    ],
  };
}

/** What a server says that wants another sign-in, or any, before it takes a message: 530, 534, 535, 538 (RFC 4954). */
const signInWanted = [530, 534, 535, 538];

/**
 * A 5xx answer to the recipient or the message.
 * One to our sign-in or to our own address (`MAIL FROM`) means that a setting is wrong, which somebody will put right.
 */
function isRefusal(error: unknown): boolean {
  const { code, command, responseCode } = (error ?? {}) as {
    code?: unknown;
    command?: unknown;
    responseCode?: unknown;
  };
  if (command === "MAIL FROM" || signInWanted.includes(Number(responseCode))) return false;
  return (code === "EENVELOPE" || code === "EMESSAGE") && Number(responseCode) >= 500;
}

class DeliveryTimeout extends Error {
  override name = "DeliveryTimeout";
}

async function inTime<T>(sending: Promise<T>): Promise<T> {
  const over = new AbortController();
  const deadline = wait(patienceMs, undefined, { signal: over.signal }).then(() => {
    throw new DeliveryTimeout();
  });
  try {
    return await Promise.race([sending, deadline]);
  } finally {
    over.abort();
  }
}
