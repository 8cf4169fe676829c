import type { Schema } from "#db/schema.ts";

/** Of somebody's sign-in, not of a session of a workshop: nothing that people see alike depends on it. */
const ofSignIns = { "session.opened": "account", "session.closed": "account", "session.ended": "account" } as const;

/** What somebody has only taken along: it changes nothing. */
const ofReaders = { "list.exported": "account" } as const;

/**
 * Somebody is known from now on, or is on the list of a programme, which stands in the details. They are in no workshop
 * by it, so nothing that people see alike names them: a thousand who are imported leave the catalogue as it is.
 */
const ofNewcomers = { "person.added": "person", "person.listed": "person", "person.unlisted": "person" } as const;

/**
 * What somebody has to do before a workshop, and how they travel: pages that many see alike say nothing of it. Which
 * task, stands in the details; what it keeps stands in no entry.
 */
const ofDossiers = {
  "dossier.tasksChanged": "workshop",
  "dossier.termsChanged": "workshop",
  "dossier.marked": "enrolment",
  "dossier.markedForAll": "workshop",
  "dossier.journeyChanged": "enrolment",
  "dossier.lodgingChanged": "enrolment",
  // how many, once their time was over
  "dossier.erased": "workshop",
} as const;

/** What nominees answer, and how far they are: which section, stands in the details; what they say, in no entry. */
const ofApplications = {
  "application.saved": "nomination",
  "application.sent": "nomination",
  "application.calledBack": "nomination",
  "application.returned": "nomination",
  // a coordinator has opened a sensitive section; how many were erased, once their time was over
  "application.sealedRead": "nomination",
  "application.sealedErased": "workshop",
} as const;

/**
 * By what nominees are judged, who judges them, and how far they are: pages that many see alike say nothing of it.
 * Which reviewer, stands in the details; what they say of anybody stands in no entry.
 */
const ofReviews = {
  "review.criteriaSaved": "workshop",
  "review.reviewerNamed": "workshop",
  "review.reviewerDropped": "workshop",
  "review.daySet": "workshop",
  "review.asked": "nomination",
  "review.recused": "nomination",
  "review.readmitted": "nomination",
  "review.drafted": "nomination",
  "review.sent": "nomination",
  "review.opened": "nomination",
  "review.takenBack": "nomination",
} as const;

/**
 * Everything that the audit records, and the table of what it is about.
 * The database keeps plain text: an entry outlives the name of its action here.
 */
export const subjects = {
  "account.opened": "account",
  "account.invited": "account",
  "account.passwordAsked": "account",
  "account.passwordSet": "account",
  "account.addressChanged": "account",
  "account.disabled": "account",
  "account.enabled": "account",
  // the account that has become part of this one stands in the details
  "account.merged": "account",
  "account.unmerged": "account",
  "grant.added": "account",
  "grant.removed": "account",
  ...ofSignIns,
  ...ofReaders,
  ...ofNewcomers,
  ...ofDossiers,
  ...ofApplications,
  ...ofReviews,
  "person.changed": "person",
  // the record that has become part of this one stands in the details
  "person.merged": "person",
  "person.unmerged": "person",
  "person.distinguished": "person",
  // whoever was added with a list that was taken back
  "person.removed": "person",
  "person.nameConfirmed": "person",
  // which one, stands in the details
  "module.added": "workshop",
  "module.changed": "workshop",
  "module.moved": "workshop",
  "module.removed": "workshop",
  // what was in its way, and why it may stand, is in the details
  "clash.accepted": "session",
  "venue.added": "venue",
  "venue.changed": "venue",
  // which one, stands in the details
  "venue.roomAdded": "venue",
  "venue.roomChanged": "venue",
  "venue.archived": "venue",
  "venue.restored": "venue",
  "indicator.added": "indicator",
  // which version, and why, stands in the details
  "indicator.changed": "indicator",
  "indicator.measured": "indicator",
  "indicator.unmeasured": "indicator",
  "indicator.archived": "indicator",
  "indicator.restored": "indicator",
  // which line, tariff or rates, stands in the details
  "cost.added": "programme",
  "cost.changed": "programme",
  "cost.removed": "programme",
  "tariff.added": "programme",
  "tariff.changed": "programme",
  "tariff.removed": "programme",
  "exchange.changed": "programme",
  "institution.added": "institution",
  "institution.named": "institution",
  "institution.corrected": "institution",
  "institution.nameRemoved": "institution",
  "institution.renamed": "institution",
  "institution.archived": "institution",
  "institution.restored": "institution",
  "programme.added": "programme",
  "programme.changed": "programme",
  "programme.renamed": "programme",
  "programme.archived": "programme",
  "programme.restored": "programme",
  "workshop.planned": "workshop",
  // as the next edition of the one that stands in the details
  "workshop.copied": "workshop",
  // on which days it takes its steps by itself
  "workshop.milestonesChanged": "workshop",
  // how many seats are kept for whom, stands in the details
  "workshop.quotasChanged": "workshop",
  "workshop.quotaReleased": "workshop",
  // which one did not happen on its day, and why
  "workshop.stepMissed": "workshop",
  // from which first day to which, and why
  "workshop.postponed": "workshop",
  "workshop.postponementUndone": "workshop",
  "workshop.changed": "workshop",
  "workshop.stateChanged": "workshop",
  // how many people, of the name that they have not confirmed
  "workshop.namesReminded": "workshop",
  "workshop.removed": "workshop",
  "session.planned": "session",
  "session.changed": "session",
  "session.removed": "session",
  // people who teach: on the list, in sessions, and what they were asked and have answered
  "faculty.added": "faculty",
  "faculty.changed": "faculty",
  "faculty.archived": "faculty",
  "faculty.restored": "faculty",
  "session.staffed": "session",
  // how many people
  "teaching.asked": "workshop",
  "teaching.answered": "teachingRequest",
  "teaching.released": "teachingRequest",
  // a secret calendar of somebody's own
  "feed.made": "person",
  "feed.revoked": "person",
  // its words before it was published; then each version, with its reason
  "call.saved": "workshop",
  "call.questionsChanged": "workshop",
  "call.published": "workshop",
  "call.changed": "workshop",
  "nomination.begun": "nomination",
  "nomination.submitted": "nomination",
  "nomination.endorsed": "nomination",
  "nomination.returned": "nomination",
  "nomination.withdrawn": "nomination",
  "nomination.selected": "nomination",
  "nomination.reserve": "nomination",
  "nomination.notSelected": "nomination",
  // a decision that nobody else sees yet, about so many; then all of them together
  "selection.drafted": "workshop",
  "selection.announced": "workshop",
  "nomination.moved": "nomination",
  // a signed letter came, or another in its place; whose it is, stands in the details
  "nomination.letterAdded": "nominationLetter",
  "enrolment.confirmed": "enrolment",
  "enrolment.reserve": "enrolment",
  "enrolment.withdrawn": "enrolment",
  // by a coordinator, for somebody else
  "enrolment.added": "enrolment",
  "enrolment.substituted": "enrolment",
  "enrolment.removed": "enrolment",
  "enrolment.seated": "enrolment",
  // with the ids of those who were passed over
  "enrolment.overtaken": "enrolment",
  "enrolment.unseated": "enrolment",
  // the other enrolment of one person in this workshop stands in the details
  "enrolment.merged": "enrolment",
  "enrolment.unmerged": "enrolment",
  // an act for somebody, of a workshop
  "enrolment.undone": "workshop",
  // whoever has been given a seat is asked whether they come; until when, stands in the details
  "enrolment.offered": "enrolment",
  "enrolment.accepted": "enrolment",
  "enrolment.declined": "enrolment",
  "enrolment.lapsed": "enrolment",
  "enrolment.offerExtended": "enrolment",
  // how many at once, of a workshop
  "enrolment.movedUp": "workshop",
  "enrolment.replanned": "workshop",
  // that nobody is told of a change by itself, and why
  "enrolment.withheld": "workshop",
  "attendance.recorded": "session",
  "material.added": "material",
  "material.changed": "material",
  // the version that is shown from now on
  "material.replaced": "material",
  "material.moved": "material",
  "material.removed": "material",
  "material.restored": "material",
  // its files, once their time was over
  "material.erased": "material",
  // the code on each page of one reader's copy
  "material.copied": "material",
  "certificate.issued": "certificate",
  "certificate.replaced": "certificate",
  "certificate.revoked": "certificate",
  "message.retried": "workshop",
  "message.written": "message",
  "message.changed": "message",
  "message.scheduled": "message",
  "message.stopped": "message",
  "message.stayed": "message",
  "message.sent": "message",
  "message.tried": "message",
  "message.discarded": "message",
  "message.restored": "message",
  // how many copies
  "message.resent": "message",
} as const satisfies Record<string, keyof Schema>;

export type AuditAction = keyof typeof subjects;
export type AuditSubject = (typeof subjects)[AuditAction];

export const ofSignIn = Object.keys(ofSignIns) as (keyof typeof ofSignIns)[];
const silent = [ofSignIns, ofReaders, ofNewcomers, ofDossiers, ofApplications, ofReviews];
/** Whether pages may show something else after it. */
export const changesPages = (action: AuditAction) => !silent.some((quiet) => action in quiet);
