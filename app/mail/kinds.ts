/** Every kind of message; each has its words in `mail.json`. */
export const mailKinds = [
  "enrolment.confirmed",
  "enrolment.reserve",
  "enrolment.promoted",
  "enrolment.withdrawn",
  "enrolment.cancelled",
  "certificate.ready",
  "account.password",
  "account.invitation",
  "account.addressChanged",
  "account.addressLeft",
] as const;

export type MailKind = (typeof mailKinds)[number];
