import { setTimeout as wait } from "node:timers/promises";
import { createTransport, type SendMailOptions } from "nodemailer";
import type { Locale } from "#app/i18n/locales.ts";
import { failureCode } from "#app/outbox/failure.ts";
import { PermanentFailure } from "#app/outbox/job.ts";
import { isLoopback } from "#app/settings/settings.ts";
import type { Instant } from "#app/time/instant.ts";

export type Envelope = {
  from: string;
  to: string;
  messageId: string;
  sentAt: Instant;
  locale: Locale;
  subject: string;
  text: string;
  html: string;
  calendar?: { fileName: string; content: string };
};

const stepMs = 15_000;
/**
 * Half of the outbox's claim: the rest is for writing down that the message was sent, before a second worker begins.
 */
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

function mimeOf({ from, to, messageId, sentAt, locale, subject, text, html, calendar }: Envelope): SendMailOptions {
  return {
    from: { name: "Puente", address: from },
    // as an object: a text would be parsed, and could name several recipients
    to: { name: "", address: to },
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

/**
 * A 5xx answer to the addresses or to the message. A 5xx to our sign-in is not one: SMTP_URL is wrong, and will be
 * mended.
 */
function isRefusal(error: unknown): boolean {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
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
