import type { LocalDate } from "#app/time/wall-time.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";

export const enrolmentStates = [
  "nominated",
  "applied",
  "selected",
  "reserve",
  "declined",
  "confirmed",
  "completed",
  "notCompleted",
  "withdrawn",
] as const;
export type EnrolmentState = (typeof enrolmentStates)[number];

/** States that hold a seat. */
export const seatedStates = ["confirmed", "completed", "notCompleted"] as const satisfies EnrolmentState[];

/** States that hold or await a seat in a workshop that has not begun. */
export const hopefulStates = [
  "nominated",
  "applied",
  "selected",
  "reserve",
  "confirmed",
] as const satisfies EnrolmentState[];

export const isSeated = (state: EnrolmentState) => (seatedStates as readonly EnrolmentState[]).includes(state);

export type Seats = { capacity: number; seatsTaken: number; reserveCount: number };
export type Placement = { status: "confirmed" } | { status: "reserve"; rank: number };

/** Where a new enrolment lands. Nobody overtakes the queue: while anyone waits, a newcomer waits too. */
export function placement({ capacity, seatsTaken, reserveCount }: Seats): Placement {
  const free = capacity - seatsTaken - reserveCount;
  return free > 0 ? { status: "confirmed" } : { status: "reserve", rank: reserveCount + 1 };
}

/** How many of those who wait move up into seats that have become free. */
export const movingUp = ({ capacity, seatsTaken, reserveCount }: Seats) =>
  Math.max(0, Math.min(capacity - seatsTaken, reserveCount));

type Admitting = { state: WorkshopState; admission: "open" | "selection"; startsOn: LocalDate };
export type AdmissionRefusal = "notOpen" | "begun" | "bySelection";

/** Why somebody cannot enrol now; null when they can. `today` is the day at the venue. */
export function admissionRefusal({ state, admission, startsOn }: Admitting, today: LocalDate): AdmissionRefusal | null {
  if (state === "running") return "begun";
  if (state !== "open") return "notOpen";
  if (admission !== "open") return "bySelection";
  return today > startsOn ? "begun" : null;
}

/** Withdrawal is open until the workshop begins, day and zone of the venue. */
export const mayWithdraw = (state: EnrolmentState, startsOn: LocalDate, today: LocalDate) =>
  (hopefulStates as readonly EnrolmentState[]).includes(state) && today < startsOn;

/** Reserves move up while people can still come. */
export const mayMoveUp = (workshopState: WorkshopState, startsOn: LocalDate, today: LocalDate) =>
  ["open", "closed"].includes(workshopState) && today <= startsOn;

/** Sessions of a workshop are somebody's own while they hold a seat in it and it takes place. */
export const isExpected = (state: EnrolmentState, workshopState: WorkshopState) =>
  state === "confirmed" && workshopState !== "cancelled";

/** Nothing more will happen for somebody in a workshop; what is left is the record of it. */
export const isOver = (state: EnrolmentState, workshopState: WorkshopState) =>
  ["completed", "cancelled"].includes(workshopState) || ["withdrawn", "declined"].includes(state);

type Visitor = { isSignedIn: boolean; mayEnrol: boolean; state: EnrolmentState | null };
export type Offer = "enrolled" | "refusal" | "signIn" | "enrolment" | "nothing";

/** What a workshop's page has for its reader: what they have here, why nobody can enrol, or what they can do about it. */
export function offerTo(
  { isSignedIn, mayEnrol, state }: Visitor,
  workshopState: WorkshopState,
  refusal: AdmissionRefusal | null,
): Offer {
  if (state && state !== "withdrawn" && workshopState !== "cancelled") return "enrolled";
  if (refusal) return "refusal";
  if (!isSignedIn) return "signIn";
  return mayEnrol ? "enrolment" : "nothing";
}

export type Loss = "reserve" | "seat" | "free";

/** What somebody loses who withdraws: a place in the queue; a seat for which others wait; a seat that stays free. */
export const lossOf = (state: EnrolmentState, reserveCount: number): Loss =>
  state === "reserve" ? "reserve" : reserveCount > 0 ? "seat" : "free";
