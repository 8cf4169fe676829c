import type { Instant } from "#app/time/instant.ts";
import { daysBetween, type LocalDate, localDate, plusLocalDays } from "#app/time/wall-time.ts";
import { lastDayOf, mayNow, type Timing, type Windows } from "#app/workshops/moments.rules.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { Id } from "#db/id.ts";

/** `withdrawn`: the question is asked no more, whatever became of the seat. */
type OfferState = "open" | "accepted" | "declined" | "lapsed" | "withdrawn";

/** States in which somebody may count on an answer: there is one such offer of an enrolment at most. */
export const standingOffers = ["open", "accepted"] as const satisfies OfferState[];

/** The offer that an enrolment had before an act. */
export type FormerOffer = { id: Id<"offer">; state: (typeof standingOffers)[number] };

type Workshop = Timing & Windows & { state: WorkshopState };

/** What is still asked, as it stands. */
export type AskedOffer = { state: OfferState; answerByOn: LocalDate };

/** A seat that is given back has to find somebody who can still come: this many days before the first one. */
const sparedDays = 2;

/**
 * Until when somebody who is given a seat now says whether they come: the last day, as the venue counts days. Never
 * after the last day on which a seat moves on by itself, and never so late that nobody could use it. Null where it is
 * too late to ask: whoever is given a seat then has it.
 * @param confirmDays how long a workshop gives; null where its seats need no answer
 */
export function answerByOf(workshop: Workshop, confirmDays: number | null, at: Instant): LocalDate | null {
  const today = localDate(at, workshop.zone);
  const latest = latestDay(workshop, today);
  if (confirmDays === null || latest < today || !mayNow("leaveSeat", workshop, at)) return null;
  const wanted = plusLocalDays(today, confirmDays);
  return wanted < latest ? wanted : latest;
}

/** The window counts as long as a whole day of it is left: later a seat is given by hand, and taken back by hand. */
function latestDay(workshop: Workshop, today: LocalDate): LocalDate {
  const spared = lastDayOf(workshop, sparedDays);
  const { promotionDays = null } = workshop;
  const window = promotionDays === null ? null : lastDayOf(workshop, promotionDays);
  return window !== null && window > today && window < spared ? window : spared;
}

/** The last day to which a coordinator may move an answer; null where none is left. */
export function latestExtension(workshop: Workshop, { state, answerByOn }: AskedOffer, at: Instant): LocalDate | null {
  const latest = lastDayOf(workshop, sparedDays);
  const isAhead = latest > answerByOn && latest >= localDate(at, workshop.zone);
  return state === "open" && isAhead && mayNow("leaveSeat", workshop, at) ? latest : null;
}

export type ExtensionProblem = "closed" | "notLater" | "past" | "tooLate";

/** Why an answer cannot be awaited until a day; null where it can. Nobody is given less time than they were told. */
export function extensionProblem(
  workshop: Workshop,
  offer: AskedOffer,
  { day, at }: { day: LocalDate; at: Instant },
): ExtensionProblem | null {
  const latest = latestExtension(workshop, offer, at);
  if (latest === null) return "closed";
  if (day <= offer.answerByOn) return "notLater";
  if (day < localDate(at, workshop.zone)) return "past";
  return day > latest ? "tooLate" : null;
}

export type OfferRefusal = "accepted" | "declined" | "lapsed" | "withdrawn" | "late" | "begun";

/** Why an offer is answered no more; null where it is. `late`: its day is over, and nobody has noted it yet. */
export function offerRefusal(
  offer: AskedOffer,
  workshop: Workshop,
  { at, by }: { at: Instant; by: "self" | "link" | "desk" },
): OfferRefusal | null {
  if (offer.state !== "open") return offer.state;
  if (!mayNow("leaveSeat", workshop, at)) return "begun";
  // the desk may have heard the answer in time
  return by !== "desk" && isOverdue(offer, workshop, at) ? "late" : null;
}

const isOverdue = ({ answerByOn }: AskedOffer, { zone }: Workshop, at: Instant) => localDate(at, zone) > answerByOn;

/**
 * What becomes of an offer by itself: its day is over and the seat goes to the next; or the workshop has begun or is
 * not held, and there is nothing left to ask. Null where it stays.
 */
export function endOf(offer: AskedOffer, workshop: Workshop, at: Instant): "lapsed" | "withdrawn" | null {
  if (offer.state !== "open") return null;
  if (!mayNow("leaveSeat", workshop, at)) return "withdrawn";
  return isOverdue(offer, workshop, at) ? "lapsed" : null;
}

/** On which days after the first a reminder goes: of ten on the fifth and the eighth, of three on the second. */
export function reminderDays(days: number): number[] {
  const halfway = Math.round(days * 0.5);
  const nearEnd = Math.round(days * 0.8);
  return [...new Set([halfway, nearEnd])].filter((day) => day >= 1 && day < days);
}

type Counted = AskedOffer & { countedFromOn: LocalDate; reminders: number };

/** How many reminders are due by now, where that is more than have gone out; null where none is due. */
export function remindersDue(offer: Counted, workshop: Workshop, at: Instant): number | null {
  if (offer.state !== "open" || endOf(offer, workshop, at) !== null) return null;
  const gone = daysBetween(offer.countedFromOn, localDate(at, workshop.zone));
  const due = reminderDays(daysBetween(offer.countedFromOn, offer.answerByOn)).filter((day) => day <= gone).length;
  return due > offer.reminders ? due : null;
}

/** So many days before an open offer ends, the desk should know. */
export const soonDays = 2;

export const isEndingSoon = ({ answerByOn }: AskedOffer, { zone }: Pick<Workshop, "zone">, at: Instant) =>
  daysBetween(localDate(at, zone), answerByOn) <= soonDays;
