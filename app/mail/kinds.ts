/** Every kind of message; each has its words in `mail.json`. */
export const mailKinds = [
  "enrolment.confirmed",
  "enrolment.reserve",
  "enrolment.promoted",
  "enrolment.replanned",
  "enrolment.replannedReserve",
  "enrolment.withdrawn",
  "enrolment.cancelled",
  "certificate.ready",
  "certificate.replaced",
  "certificate.revoked",
  "certificate.nameMissed",
  "account.password",
  "account.invitation",
  "account.addressChanged",
  "account.addressLeft",
] as const;

export type MailKind = (typeof mailKinds)[number];

/** Kinds that tell somebody without an account something else to do, as they cannot open their own pages. */
export const kindsWithoutAccount: readonly MailKind[] = [
  "enrolment.confirmed",
  "enrolment.reserve",
  "enrolment.promoted",
  "enrolment.replanned",
  "enrolment.replannedReserve",
  "certificate.ready",
  "certificate.replaced",
];
