import { sendInvitation, sendPasswordLink } from "./accounts/jobs.ts";
import { tellCertificateReady } from "./certificates/certificate-mail.ts";
import { makeDocument } from "./certificates/jobs.ts";
import { fillAddedSeats, spreadCancellation } from "./enrolment/jobs.ts";
import { tellCancelled, tellConfirmed, tellPromoted, tellReserve, tellWithdrawn } from "./enrolment/mail.jobs.ts";
import type { Handler } from "./outbox/job.ts";
import type { JobKind } from "./outbox/kinds.ts";

/** Every kind of background work → the room that does it. */
export const handlers = {
  "workshop.seatsAdded": fillAddedSeats,
  "workshop.cancelled": spreadCancellation,
  "enrolment.cancelled": tellCancelled,
  "enrolment.confirmed": tellConfirmed,
  "enrolment.reserve": tellReserve,
  "enrolment.promoted": tellPromoted,
  "enrolment.withdrawn": tellWithdrawn,
  "certificate.issued": makeDocument,
  "certificate.ready": tellCertificateReady,
  "account.password": sendPasswordLink,
  "account.invitation": sendInvitation,
} satisfies Record<JobKind, Handler>;
