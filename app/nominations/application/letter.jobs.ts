import { findRecipient } from "#app/accounts/recipient.queries.ts";
import { to } from "#app/addresses.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { compose } from "#app/mail/compose.ts";
import { deliver } from "#app/mail/deliver.ts";
import { readNomination } from "#app/nominations/nomination/letter-subject.ts";
import { endQuietly } from "#app/outbox/end-quietly.ts";
import type { Handler } from "#app/outbox/job.ts";
import { workshopFacts } from "#app/workshops/letter-facts.ts";
import { nomineeDay, standingView } from "./application-view.ts";
import { findFilledIn } from "./standing.queries.ts";

/** Their focal point has returned an application: its nominee learns why, and until when it can be sent again. */
export const tellReturned: Handler<"application.returned"> = async (job, context) => {
  const { database, settings, at } = context;
  const { read } = database;
  const { nomination, workshop } = await readNomination(read, job.payload.nominationId);
  const filled = await findFilledIn(read, workshop, nomination, at);
  // it was sent again, or there is nothing left to correct it for
  if (filled?.application?.state !== "returned" || !filled.isOpen || !filled.call) return endQuietly(job, context);
  const { locale, email, personId, name, zone } = await findRecipient(read, nomination.personId);
  const words = { locale, t: translator(locale), zone };
  const { returnedBecause } = await standingView(filled.application, filled.call, nomination, { db: read, ...words });
  const { host, other } = nomineeDay(filled.call, nomination, words);
  const kind = "application.returned" as const;
  const letter = compose(locale, kind, {
    name,
    facts: [
      ...workshopFacts(workshop, locale),
      { label: "reason", text: returnedBecause },
      { label: "correctBy", text: words.t("calls:both", { host, other }) },
    ],
    link: settings.appUrl + to.application({ locale, code: workshop.code }),
  });
  return deliver(context, job, { ...letter, to: email, personId, workshopId: workshop.id, locale, kind });
};
