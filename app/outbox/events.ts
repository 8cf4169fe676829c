import type { Id } from "#db/id.ts";
/** Of each event: the ids that it carries, and the names of what follows from it. */
export type EventMap = Record<string, { ids: readonly `${string}Id`[]; reactions: readonly [string, ...string[]] }>;

/**
 * Everything that happens and has something follow from it. `app/reactions.ts` says who does each of these reactions.
 * An event carries ids only: a reaction reads names and addresses when it runs, and makes secrets then.
 */
export const events = {
  // a seat is free for whoever waits, whatever has freed it
  "workshop.seatsFreed": { ids: ["workshopId"], reactions: ["moveUp"] },
  // its reaction makes one certificate.nameMissed for each who has completed it and has not confirmed their name
  "workshop.completed": { ids: ["workshopId"], reactions: ["askNames"] },
  // sessions, place or dates have changed, and then nothing for some minutes: its reaction makes one
  // enrolment.replanned for each who knew it otherwise
  "workshop.replanned": { ids: ["workshopId"], reactions: ["spread"] },
  // its reaction makes one enrolment.cancelled for each who held or awaited a seat
  "workshop.cancelled": { ids: ["workshopId"], reactions: ["spread"] },
  // its reaction makes one call.announced for each focal point who was not invited before
  "call.published": { ids: ["callVersionId"], reactions: ["spread"] },
  // days have moved: one call.moved for each focal point who was invited before
  "call.extended": { ids: ["callVersionId"], reactions: ["spread"] },
  "call.announced": { ids: ["callVersionId", "personId"], reactions: ["letter"] },
  "call.moved": { ids: ["callVersionId", "personId"], reactions: ["letter"] },
  // its focal points are told, and its nominee where they have begun it
  "nomination.returned": { ids: ["nominationId"], reactions: ["spread"] },
  // its person, its sender and its host are told: one nomination.left goes to each of them
  "nomination.withdrawn": { ids: ["nominationId"], reactions: ["spread"] },
  "nomination.left": { ids: ["nominationId", "personId"], reactions: ["letter"] },
  "nomination.givenBack": { ids: ["nominationId", "personId"], reactions: ["letter"] },
  // somebody reviews nominees, is asked about one of them by name, or is reminded of what they owe
  "reviewer.named": { ids: ["reviewerId"], reactions: ["letter"] },
  "reviewer.asked": { ids: ["reviewerId"], reactions: ["letter"] },
  "reviewer.reminded": { ids: ["reviewerId"], reactions: ["letter"] },
  // an application came back to its nominee
  "application.returned": { ids: ["nominationId"], reactions: ["letter"] },
  // it has come in, or is missing still some days before it has to
  "application.sent": { ids: ["nominationId"], reactions: ["letter"] },
  "application.reminded": { ids: ["nominationId"], reactions: ["letter"] },
  // decisions are out: one nomination.results for each focal point, then a letter for each nominee
  "selection.announced": { ids: ["selectionRoundId"], reactions: ["spread"] },
  "nomination.results": { ids: ["selectionRoundId", "personId"], reactions: ["letter"] },
  "nomination.notSelected": { ids: ["nominationId"], reactions: ["letter"] },
  "enrolment.selected": { ids: ["enrolmentId"], reactions: ["letter"] },
  "enrolment.selectedReserve": { ids: ["enrolmentId"], reactions: ["letter"] },
  // a call closes in some days, and something is still owed
  "call.reminded": { ids: ["callVersionId", "personId"], reactions: ["letter"] },
  // something of the dossier is due, or was
  "dossier.reminded": { ids: ["enrolmentId"], reactions: ["letter"] },
  "enrolment.confirmed": { ids: ["enrolmentId"], reactions: ["letter"] },
  "enrolment.reserve": { ids: ["enrolmentId"], reactions: ["letter"] },
  "enrolment.promoted": { ids: ["enrolmentId"], reactions: ["letter"] },
  "enrolment.withdrawn": { ids: ["enrolmentId"], reactions: ["letter"] },
  // a coordinator has acted for somebody: the letter has the act's words, and is due when it can be undone no more
  "enrolment.added": { ids: ["enrolmentId", "enrolmentActId"], reactions: ["letter"] },
  "enrolment.removed": { ids: ["enrolmentId", "enrolmentActId"], reactions: ["letter"] },
  "enrolment.seated": { ids: ["enrolmentId", "enrolmentActId"], reactions: ["letter"] },
  "enrolment.unseated": { ids: ["enrolmentId", "enrolmentActId"], reactions: ["letter"] },
  "enrolment.replanned": { ids: ["enrolmentId"], reactions: ["letter"] },
  "enrolment.cancelled": { ids: ["enrolmentId"], reactions: ["letter"] },
  // its document makes certificate.documented
  // whoever has been given a seat is asked whether they come: the letter that gives the seat asks it
  "offer.reminded": { ids: ["offerId"], reactions: ["letter"] },
  "offer.accepted": { ids: ["offerId"], reactions: ["letter"] },
  // declined, or not answered in time: its holder is told, and one offer.reported goes to each who has to know
  "offer.ended": { ids: ["offerId"], reactions: ["letter", "spread"] },
  "offer.reported": { ids: ["offerId", "personId"], reactions: ["letter"] },
  // the coordination, or the sender: one substitute.reported goes to each who has to know
  "substitute.proposed": { ids: ["nominationId"], reactions: ["spread"] },
  "substitute.decided": { ids: ["nominationId"], reactions: ["spread"] },
  "substitute.reported": { ids: ["nominationId", "personId"], reactions: ["letter"] },
  "certificate.issued": { ids: ["certificateId"], reactions: ["document"] },
  // one of long ago was entered: nobody is told
  "certificate.recorded": { ids: ["certificateId"], reactions: ["document"] },
  "certificate.documented": { ids: ["certificateId"], reactions: ["letter"] },
  "certificate.revoked": { ids: ["certificateId"], reactions: ["letter"] },
  // its reaction makes one message.copied for each whom it is for
  "message.sent": { ids: ["messageId"], reactions: ["spread"] },
  "message.copied": { ids: ["messageRecipientId"], reactions: ["letter"] },
  // its writer wants to see it as it arrives
  "message.tried": { ids: ["messageTextId", "personId"], reactions: ["letter"] },
  // the enrolment, since it is its workshop that waits for the name
  "certificate.nameMissed": { ids: ["enrolmentId"], reactions: ["letter"] },
  // somebody is asked to teach, is reminded, or is told that what they were asked for has changed or is gone
  "teaching.asked": { ids: ["teachingRequestId"], reactions: ["letter"] },
  "teaching.reminded": { ids: ["teachingRequestId"], reactions: ["letter"] },
  "teaching.replanned": { ids: ["teachingRequestId"], reactions: ["letter"] },
  "teaching.released": { ids: ["teachingRequestId"], reactions: ["letter"] },
  // whoever has asked is told that somebody cannot come
  "teaching.declined": { ids: ["teachingRequestId"], reactions: ["letter"] },
  "account.invited": { ids: ["accountId"], reactions: ["letter"] },
  // whoever waits may be next in workshops that had passed them over, and has missed what was told meanwhile
  "account.enabled": { ids: ["accountId"], reactions: ["moveUp", "spread"] },
  "account.passwordAsked": { ids: ["accountId"], reactions: ["letter"] },
  // one letter to the new address, one to the former
  "account.addressChanged": { ids: ["addressChangeId"], reactions: ["letter"] },
  "account.addressLeft": { ids: ["addressChangeId"], reactions: ["letter"] },
  // to the address of the account that has become part of another one
  "account.merged": { ids: ["personMergeId"], reactions: ["letter"] },
  "account.unmerged": { ids: ["accountId"], reactions: ["letter"] },
} as const satisfies EventMap;

export type OurEvents = typeof events;
export type EventName = keyof OurEvents;

/** Ids by names that say of which table: an `enrolmentId` is an `Id<"enrolment">`. */
export type Carried<Name extends string> = { [Each in Name]: Each extends `${infer Table}Id` ? Id<Table> : never };

/** What an event carries: `{ enrolmentId: Id<"enrolment"> }`. */
export type Payload<Declared extends EventMap, Name extends keyof Declared> = Carried<Declared[Name]["ids"][number]>;

/** Every reaction by a name of its own, such as `certificate.issued.document`. */
export type ReactionKey = { [Name in EventName]: `${Name}.${OurEvents[Name]["reactions"][number]}` }[EventName];
