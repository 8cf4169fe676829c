import { applyImport } from "#app/imports/apply/apply.jobs.ts";
import { undoImport } from "#app/imports/apply/undo.jobs.ts";
import { checkImport } from "#app/imports/check/check.jobs.ts";
import { endOldImports } from "#app/imports/ending.jobs.ts";
import { tellAddressChanged, tellAddressLeft } from "./accounts/address.jobs.ts";
import { sendInvitation, sendPasswordLink } from "./accounts/jobs.ts";
import { tellMerged, tellUnmerged } from "./accounts/merge/merge.jobs.ts";
import { documentIssued, documentRecorded } from "./certificates/jobs.ts";
import { tellCertificateReady, tellNameMissed, tellRevoked } from "./certificates/mail.jobs.ts";
import { askNames } from "./certificates/names/names.jobs.ts";
import { endDossiers } from "./dossier/ending/ending.jobs.ts";
import { remindOfDossier } from "./dossier/letters/letter.jobs.ts";
import { remindParticipants } from "./dossier/letters/reminders.jobs.ts";
import {
  clearStandingActs,
  tellAdded,
  tellRemoved,
  tellSeated,
  tellUnseated,
} from "./enrolment/behalf/act/act.jobs.ts";
import { fillForgottenSeats, fillFreedSeats, fillPassedOver, spreadCancellation } from "./enrolment/jobs.ts";
import { tellCancelled, tellConfirmed, tellPromoted, tellReserve, tellWithdrawn } from "./enrolment/mail.jobs.ts";
import { tellAccepted, tellEnded, tellReminded } from "./enrolment/offers/letters/letters.jobs.ts";
import { spreadEnded, tellReported } from "./enrolment/offers/letters/reports.jobs.ts";
import { endDueOffers, endOfferLinks, remindOfOffers } from "./enrolment/offers/offers.jobs.ts";
import { releaseDueQuotas } from "./enrolment/quotas/release.jobs.ts";
import {
  spreadSelection,
  tellNotSelected,
  tellResults,
  tellSelected,
  tellSelectedReserve,
} from "./enrolment/selection/announcement/results.jobs.ts";
import { spreadDecided, spreadProposed, tellSubstitution } from "./enrolment/substitution/letters.jobs.ts";
import { spreadChanges, spreadMissed, tellReplanned } from "./enrolment/told/changes.jobs.ts";
import { endOldLinks, followPlans, remindTeachers, settleTeachers } from "./faculty/requests/following.jobs.ts";
import {
  askToTeach,
  remindToAnswer,
  tellDeclined,
  tellReleased,
  tellTeachingReplanned,
} from "./faculty/requests/letters.jobs.ts";
import { eraseEndedMaterials } from "./materials/jobs.ts";
import { sendCopy, sendDueMessages, sendTrial, spreadCopies } from "./messages/jobs.ts";
import { remindNominee, tellReturned, tellSent } from "./nominations/application/letters/letter.jobs.ts";
import { remindNominees } from "./nominations/application/letters/reminders.jobs.ts";
import {
  announceCall,
  remindOfCall,
  spreadCall,
  spreadExtension,
  tellCallMoved,
} from "./nominations/call/letters/call.jobs.ts";
import { remindSenders } from "./nominations/call/letters/reminders.jobs.ts";
import { spreadWithdrawn, tellLeft } from "./nominations/nomination/leaving.jobs.ts";
import { spreadReturned, tellGivenBack } from "./nominations/nomination/letters.jobs.ts";
import { remindReviewer, remindReviewers, tellAsked, tellNamed } from "./nominations/review/reviewers/reviewer.jobs.ts";
import { endSealed } from "./nominations/sealed/ending/ending.jobs.ts";
import { renewSealed } from "./nominations/sealed/renewal.jobs.ts";
import { endOutdatedProposals } from "./nominations/substitution/ending.jobs.ts";
import type { Reactions, Round } from "./outbox/job.ts";
import type { Works } from "./outbox/works/works.ts";
import { endOldMerges } from "./people/merge/merge.jobs.ts";
import { keepFigures, rebuildFigures } from "./statistics/stored.jobs.ts";
import { rederiveInstants } from "./timetable/instants/instants.jobs.ts";
import { endKeptSessions } from "./timetable/kept/kept.jobs.ts";
import { takeDueMilestones } from "./workshops/life/milestones.jobs.ts";

/** Every event → what follows from it, and the room that does it. Each is tried, and tried again, by itself. */
export const reactions = {
  "workshop.seatsFreed": { moveUp: fillFreedSeats },
  "workshop.completed": { askNames },
  "workshop.replanned": { spread: spreadChanges },
  "workshop.cancelled": { spread: spreadCancellation },
  "call.published": { spread: spreadCall },
  "call.extended": { spread: spreadExtension },
  "call.announced": { letter: announceCall },
  "call.moved": { letter: tellCallMoved },
  "call.reminded": { letter: remindOfCall },
  "nomination.returned": { spread: spreadReturned },
  "nomination.withdrawn": { spread: spreadWithdrawn },
  "nomination.left": { letter: tellLeft },
  "nomination.givenBack": { letter: tellGivenBack },
  "application.returned": { letter: tellReturned },
  "application.sent": { letter: tellSent },
  "application.reminded": { letter: remindNominee },
  "reviewer.named": { letter: tellNamed },
  "reviewer.asked": { letter: tellAsked },
  "reviewer.reminded": { letter: remindReviewer },
  "dossier.reminded": { letter: remindOfDossier },
  "selection.announced": { spread: spreadSelection },
  "nomination.results": { letter: tellResults },
  "nomination.notSelected": { letter: tellNotSelected },
  "enrolment.selected": { letter: tellSelected },
  "enrolment.selectedReserve": { letter: tellSelectedReserve },
  "enrolment.confirmed": { letter: tellConfirmed },
  "enrolment.reserve": { letter: tellReserve },
  "enrolment.promoted": { letter: tellPromoted },
  "enrolment.withdrawn": { letter: tellWithdrawn },
  "enrolment.added": { letter: tellAdded },
  "enrolment.removed": { letter: tellRemoved },
  "enrolment.seated": { letter: tellSeated },
  "enrolment.unseated": { letter: tellUnseated },
  "enrolment.replanned": { letter: tellReplanned },
  "enrolment.cancelled": { letter: tellCancelled },
  "offer.reminded": { letter: tellReminded },
  "offer.accepted": { letter: tellAccepted },
  "offer.ended": { letter: tellEnded, spread: spreadEnded },
  "offer.reported": { letter: tellReported },
  "substitute.proposed": { spread: spreadProposed },
  "substitute.decided": { spread: spreadDecided },
  "substitute.reported": { letter: tellSubstitution },
  "certificate.issued": { document: documentIssued },
  "certificate.recorded": { document: documentRecorded },
  "certificate.documented": { letter: tellCertificateReady },
  "certificate.revoked": { letter: tellRevoked },
  "certificate.nameMissed": { letter: tellNameMissed },
  "message.sent": { spread: spreadCopies },
  "message.copied": { letter: sendCopy },
  "message.tried": { letter: sendTrial },
  "teaching.asked": { letter: askToTeach },
  "teaching.reminded": { letter: remindToAnswer },
  "teaching.replanned": { letter: tellTeachingReplanned },
  "teaching.released": { letter: tellReleased },
  "teaching.declined": { letter: tellDeclined },
  "account.invited": { letter: sendInvitation },
  "account.enabled": { moveUp: fillPassedOver, spread: spreadMissed },
  "account.passwordAsked": { letter: sendPasswordLink },
  "account.addressChanged": { letter: tellAddressChanged },
  "account.addressLeft": { letter: tellAddressLeft },
  "account.merged": { letter: tellMerged },
  "account.unmerged": { letter: tellUnmerged },
} satisfies Reactions;

/** Every kind of long work, and the room that does it. */
export const works = {
  peopleCheck: checkImport,
  peopleApply: applyImport,
  peopleUndo: undoImport,
} satisfies Works;

/** What the worker looks for now and then, so that nothing is forgotten of which no event has told. */
export const rounds: readonly Round[] = [
  fillForgottenSeats,
  takeDueMilestones,
  endDueOffers,
  releaseDueQuotas,
  sendDueMessages,
  keepFigures,
  clearStandingActs,
  eraseEndedMaterials,
  endOldMerges,
  endOldImports,
  remindTeachers,
  followPlans,
  settleTeachers,
  endOldLinks,
  remindOfOffers,
  endOfferLinks,
  remindSenders,
  remindNominees,
  endOutdatedProposals,
  remindReviewers,
  endKeptSessions,
  remindParticipants,
  endSealed,
  endDossiers,
];

/** What can be counted anew from the rows, by a command. */
export const recounts: readonly Round[] = [rebuildFigures];

/** What rests on the rules of zones, once these are others: asked for by a command alone. */
export const rederivations = { rederiveInstants };

/** What rests on the keys of sensitive answers, once there is a new one: asked for by a command alone. */
export const renewals = { renewSealed };
