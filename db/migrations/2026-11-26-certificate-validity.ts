const replaced = ["nameCorrected", "institutionCorrected", "workshopCorrected", "signatoryCorrected", "documentFlawed"];
const revoked = ["issuedByMistake", "attendanceCorrected", "wrongPerson", "irregularity", "holderAsked"];
const classes = [...replaced, ...revoked, "other"].map((name) => `'${name}'`).join(", ");

/**
 * Why a certificate was replaced or revoked has a class from a list, beside the words. One certificate replaces
 * another, and nothing is replaced twice. Somebody is reminded to confirm their name once a day at most.
 */
export const statements = (): string[] => [
  `alter table certificate add column reason_class text check (reason_class in (${classes}))`,
  "create unique index certificate_replaces on certificate (replaces_id) where replaces_id is not null",
  "create index certificate_revoked on certificate (enrolment_id) where status = 'revoked'",
  "alter table person add column name_reminded_at text",
];
