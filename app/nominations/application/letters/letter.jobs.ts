import { findRecipient } from "#app/accounts/recipient.queries.ts";
import { to } from "#app/addresses.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { compose, type LetterFact } from "#app/mail/compose.ts";
import { deliver } from "#app/mail/deliver.ts";
import { nomineeDay, standingView } from "#app/nominations/application/application-view.ts";
import { type FilledIn, findFilledIn } from "#app/nominations/application/standing.queries.ts";
import { readNomination } from "#app/nominations/nomination/letter-subject.ts";
import type { Nomination } from "#app/nominations/nomination/queries.ts";
import { endQuietly } from "#app/outbox/end-quietly.ts";
import type { Handler, Job, JobContext } from "#app/outbox/job.ts";
import { workshopFacts } from "#app/workshops/letter-facts.ts";

/** Their focal point has returned an application: its nominee learns why, and until when it can be sent again. */
export const tellReturned: Handler<"application.returned"> = (job, context) =>
  tell("application.returned", job, context);

/** It has come in: its nominee has that in writing, and where to read it again. */
export const tellSent: Handler<"application.sent"> = (job, context) => tell("application.sent", job, context);

/** It is not sent yet, and its day comes. */
export const remindNominee: Handler<"application.reminded"> = (job, context) =>
  tell("application.reminded", job, context);

type Kind = "application.returned" | "application.sent" | "application.reminded";
type AboutNominee = Job<{ nominationId: Nomination["id"] }>;

/** Whether a letter is still true: until it goes out, its nominee may have sent the form, or taken it back. */
const isTrue: Record<Kind, (filled: FilledIn) => boolean> = {
  "application.returned": ({ application, isOpen }) => application?.state === "returned" && isOpen,
  "application.sent": ({ application }) => application?.state === "sent",
  "application.reminded": ({ application, isOpen }) => application?.state !== "sent" && isOpen,
};

async function tell(kind: Kind, job: AboutNominee, context: JobContext) {
  const { database, settings, at } = context;
  const { read } = database;
  const { nomination, workshop } = await readNomination(read, job.payload.nominationId);
  const filled = await findFilledIn(read, workshop, nomination, at);
  if (!filled?.call || workshop.state === "cancelled" || !isTrue[kind](filled)) return endQuietly(job, context);
  const { application, call } = filled;
  const { locale, email, personId, name, zone } = await findRecipient(read, nomination.personId);
  const words = { locale, t: translator(locale), zone };
  const { returnedBecause } = await standingView(application, call, nomination, { db: read, ...words });
  const { host, other } = nomineeDay(call, nomination, words);
  const until = words.t("calls:both", { host, other });
  const facts: Record<Kind, LetterFact[]> = {
    "application.returned": [
      { label: "reason", text: returnedBecause },
      { label: "correctBy", text: until },
    ],
    "application.sent": [
      { label: "sentAt", text: application?.sentAt ? formatInstant(locale, application.sentAt, zone) : "" },
      { label: "nomineeDeadline", text: until },
    ],
    "application.reminded": [{ label: "nomineeDeadline", text: until }],
  };
  const { code } = workshop;
  const page = kind === "application.sent" ? to.applicationCheck : to.application;
  const letter = compose(locale, kind, {
    name,
    facts: [...workshopFacts(workshop, locale), ...facts[kind]],
    link: settings.appUrl + page({ locale, code }),
  });
  return deliver(context, job, { ...letter, to: email, personId, workshopId: workshop.id, locale, kind });
}
