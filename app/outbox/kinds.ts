/** Everything that happens later; `app/jobs.ts` names the handler of each. */
const jobKinds = [
  // a larger capacity: the queue moves up
  "workshop.seatsAdded",
  // becomes one enrolment.cancelled for each who held or awaited a seat
  "workshop.cancelled",
  "enrolment.cancelled",
  "enrolment.confirmed",
  "enrolment.reserve",
  "enrolment.promoted",
  "enrolment.withdrawn",
  // makes the document, then enqueues certificate.ready
  "certificate.issued",
  "certificate.ready",
  "account.password",
  "account.invitation",
] as const;
export type JobKind = (typeof jobKinds)[number];

export const isJobKind = (kind: string): kind is JobKind => (jobKinds as readonly string[]).includes(kind);
