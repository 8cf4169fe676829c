/**
 * What has happened and what follows from it are two things: a job is one reaction to one event.
 * The ids that a job carries stay as they are; whether a certificate's holder is told is now said by the event.
 */
const events = [
  { kind: "workshop.seatsAdded", event: "workshop.seatsAdded", reaction: "moveUp" },
  { kind: "workshop.cancelled", event: "workshop.cancelled", reaction: "spread" },
  { kind: "enrolment.confirmed", event: "enrolment.confirmed", reaction: "letter" },
  { kind: "enrolment.reserve", event: "enrolment.reserve", reaction: "letter" },
  { kind: "enrolment.promoted", event: "enrolment.promoted", reaction: "letter" },
  { kind: "enrolment.withdrawn", event: "enrolment.withdrawn", reaction: "letter" },
  { kind: "enrolment.cancelled", event: "enrolment.cancelled", reaction: "letter" },
  { kind: "certificate.issued", event: "certificate.issued", reaction: "document" },
  { kind: "certificate.ready", event: "certificate.documented", reaction: "letter" },
  { kind: "account.invitation", event: "account.invited", reaction: "letter" },
  { kind: "account.password", event: "account.passwordAsked", reaction: "letter" },
];

export const statements = (): string[] => [
  "alter table outbox rename column kind to event",
  // SQLite adds no column without a default to rows that exist; the empty word is no reaction
  "alter table outbox add column reaction text not null default ''",
  ...events.map(
    ({ kind, event, reaction }) =>
      `update outbox set event = '${event}', reaction = '${reaction}' where event = '${kind}'`,
  ),
  `update outbox set event = 'certificate.recorded' where event = 'certificate.issued' and payload like '%"tells":"no"%'`,
  `update outbox set payload = replace(replace(payload, ',"tells":"yes"', ''), ',"tells":"no"', '')
    where event in ('certificate.issued', 'certificate.recorded')`,
];
