import type { Recipient } from "#app/accounts/recipient.queries.ts";
import { to } from "#app/addresses.ts";
import { findStandingOffer } from "#app/enrolment/offers/offers.queries.ts";
import { translator } from "#app/i18n/translator.server.ts";
import type { LetterFact } from "#app/mail/compose.ts";
import type { MailKind } from "#app/mail/kinds.ts";
import { deadlineText } from "#app/nominations/call/deadline-text.ts";
import type { JobContext } from "#app/outbox/job.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import type { Id } from "#db/id.ts";
import { makeOfferLink } from "./links.commands.ts";

type Asking = `enrolment.${"offered" | "offeredByDesk" | "selectedToConfirm" | "reminded"}`;

/** What a letter that gives a seat is, where its reader is asked whether they come. */
const askingFor: Partial<Record<MailKind, Asking>> = {
  "enrolment.promoted": "enrolment.offered",
  "enrolment.added": "enrolment.offeredByDesk",
  "enrolment.seated": "enrolment.offeredByDesk",
  "enrolment.selected": "enrolment.selectedToConfirm",
  "enrolment.reminded": "enrolment.reminded",
};

type About = { enrolmentId: Id<"enrolment">; zone: Zone };

/** What such a letter asks, until when, and by which link it is answered; null where nothing is asked. */
export async function askingIn(
  { database, settings, at }: JobContext,
  given: MailKind,
  { enrolmentId, zone }: About,
  reader: Recipient,
) {
  const kind = askingFor[given] ?? null;
  const offer = kind ? await findStandingOffer(database.read, enrolmentId) : null;
  if (kind === null || offer?.state !== "open") return null;
  const token = await database.transact((trx) => makeOfferLink(trx, offer.id, at));
  return {
    kind,
    fact: answerByFact(offer.answerByOn, zone, reader),
    link: settings.appUrl + to.offer({ locale: reader.locale, token }),
  };
}

/** Until when, on the host's clock and on the reader's. */
function answerByFact(day: LocalDate, zone: Zone, { locale, zone: own }: Recipient): LetterFact {
  return { label: "answerBy", text: deadlineText(day, zone, { locale, t: translator(locale), zone: own }) };
}
