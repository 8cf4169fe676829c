import { tellAddressChanged, tellAddressLeft } from "./accounts/address.jobs.ts";
import { sendInvitation, sendPasswordLink } from "./accounts/jobs.ts";
import { documentIssued, documentRecorded } from "./certificates/jobs.ts";
import { tellCertificateReady } from "./certificates/mail.jobs.ts";
import { fillAddedSeats, fillPassedOver, spreadCancellation } from "./enrolment/jobs.ts";
import { tellCancelled, tellConfirmed, tellPromoted, tellReserve, tellWithdrawn } from "./enrolment/mail.jobs.ts";
import type { Reactions } from "./outbox/job.ts";

/** Every event → what follows from it, and the room that does it. Each is tried, and tried again, by itself. */
export const reactions = {
  "workshop.seatsAdded": { moveUp: fillAddedSeats },
  "workshop.cancelled": { spread: spreadCancellation },
  "enrolment.confirmed": { letter: tellConfirmed },
  "enrolment.reserve": { letter: tellReserve },
  "enrolment.promoted": { letter: tellPromoted },
  "enrolment.withdrawn": { letter: tellWithdrawn },
  "enrolment.cancelled": { letter: tellCancelled },
  "certificate.issued": { document: documentIssued },
  "certificate.recorded": { document: documentRecorded },
  "certificate.documented": { letter: tellCertificateReady },
  "account.invited": { letter: sendInvitation },
  "account.enabled": { moveUp: fillPassedOver },
  "account.passwordAsked": { letter: sendPasswordLink },
  "account.addressChanged": { letter: tellAddressChanged },
  "account.addressLeft": { letter: tellAddressLeft },
} satisfies Reactions;
