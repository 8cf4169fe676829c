/** Messages that are sent by themselves; each kind has its words in `mail.json`. */
export const automaticKinds = [
  "enrolment.confirmed",
  "enrolment.reserve",
  "enrolment.promoted",
  "enrolment.replanned",
  "enrolment.replannedReserve",
  "enrolment.postponed",
  "enrolment.postponedReserve",
  "enrolment.withdrawn",
  "enrolment.added",
  "enrolment.addedReserve",
  "enrolment.selected",
  "enrolment.selectedReserve",
  "enrolment.removed",
  "enrolment.seated",
  "enrolment.unseated",
  "enrolment.cancelled",
  "enrolment.offered",
  "enrolment.offeredByDesk",
  "enrolment.selectedToConfirm",
  "enrolment.reminded",
  "enrolment.accepted",
  "enrolment.declined",
  "enrolment.lapsed",
  "offer.declined",
  "offer.lapsed",
  "substitute.proposed",
  "substitute.accepted",
  "substitute.declined",
  "substitute.ended",
  "certificate.ready",
  "certificate.replaced",
  "certificate.revoked",
  "certificate.nameMissed",
  "call.announced",
  "call.moved",
  "call.reminded",
  "nomination.givenBack",
  "nomination.withdrawn",
  "nomination.left",
  "application.returned",
  "dossier.reminded",
  "nomination.results",
  "nomination.notSelected",
  "teaching.asked",
  "teaching.reminded",
  "teaching.replanned",
  "teaching.released",
  "teaching.declined",
  "account.password",
  "account.invitation",
  "account.addressChanged",
  "account.addressLeft",
  "account.merged",
  "account.unmerged",
] as const;

export type AutomaticKind = (typeof automaticKinds)[number];

/** What somebody has written: a copy of it, and one that they have sent to themselves to see it. */
const writtenKinds = ["message.written", "message.trial"] as const;

/** Every kind of message. */
export const mailKinds = [...automaticKinds, ...writtenKinds] as const;
export type MailKind = (typeof mailKinds)[number];

/** Kinds that tell somebody without an account something else to do, as they cannot open their own pages. */
export const kindsWithoutAccount: readonly AutomaticKind[] = [
  "enrolment.confirmed",
  "enrolment.reserve",
  "enrolment.promoted",
  "enrolment.selected",
  "enrolment.selectedReserve",
  "enrolment.replanned",
  "enrolment.replannedReserve",
  "enrolment.postponed",
  "enrolment.postponedReserve",
  "certificate.ready",
  "certificate.replaced",
  "dossier.reminded",
];
