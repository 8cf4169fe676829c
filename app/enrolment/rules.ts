import { destinations, type Way } from "#app/access/transitions.ts";
import type { Instant } from "#app/time/instant.ts";
import { isEver, isShut, mayNow, type Timing, type Windows } from "#app/workshops/moments.rules.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";

export const enrolmentStates = ["reserve", "confirmed", "completed", "notCompleted", "withdrawn"] as const;
export type EnrolmentState = (typeof enrolmentStates)[number];

/**
 * `admitted`: see `admissionRefusal`. `seatFree`: nobody is before them, and a seat is left. `mayLeave`: see
 * `withdrawalRefusal`. `stillComing`: seats may still be given to those who wait. `isOver`: the workshop is completed.
 * `attended`: enough for the workshop's minimum.
 * On somebody's behalf: `mayAdd`, `mayRemove`, `mayGive` and `mayTake` (a seat), as `workshopActs` has it. `seatLeft`:
 * a seat is left, whoever waits for it. `isNext`: nobody who could have it waits before them. `overtakes`: it is meant
 * to pass those over. `othersWait`: somebody else waits who could have the seat.
 */
type Condition =
  | ("admitted" | "seatFree" | "mayLeave" | "stillComing" | "isOver" | "attended")
  | ("mayAdd" | "mayRemove" | "mayGive" | "mayTake" | "seatLeft" | "isNext" | "overtakes" | "othersWait");
/**
 * `coordinator`: whoever keeps the workshop and its sheets. `onBehalf`: the same, acting for somebody else; they choose
 * which of the ways that are open is taken. `system`: nobody asked for it. `merger`: whoever makes one record of two of
 * one person; of two enrolments in one workshop it brings away the one that does not count. `substitution`: a seat
 * passes from one to another, as their sender has asked and the host has agreed: nobody waits longer for it.
 */
type Who = "official" | "coordinator" | "onBehalf" | "system" | "merger" | "substitution";

/** Every change of an enrolment. Who was never enrolled has no state (null). Who withdrew may enrol again. */
export const enrolmentWays: readonly Way<EnrolmentState, Who, Condition>[] = [
  { from: null, to: "confirmed", by: "official", when: { admitted: true, seatFree: true } },
  { from: null, to: "reserve", by: "official", when: { admitted: true, seatFree: false } },
  { from: "withdrawn", to: "confirmed", by: "official", when: { admitted: true, seatFree: true } },
  { from: "withdrawn", to: "reserve", by: "official", when: { admitted: true, seatFree: false } },
  { from: "reserve", to: "withdrawn", by: "official", when: { mayLeave: true } },
  { from: "confirmed", to: "withdrawn", by: "official", when: { mayLeave: true } },
  { from: "reserve", to: "confirmed", by: "system", when: { stillComing: true, seatFree: true } },
  { from: "confirmed", to: "completed", by: "coordinator", when: { isOver: true, attended: true } },
  { from: "confirmed", to: "notCompleted", by: "coordinator", when: { isOver: true, attended: false } },
  { from: "notCompleted", to: "completed", by: "coordinator", when: { isOver: true, attended: true } },
  { from: "completed", to: "notCompleted", by: "coordinator", when: { isOver: true, attended: false } },
  { from: "completed", to: "confirmed", by: "coordinator", when: { isOver: false } },
  { from: "notCompleted", to: "confirmed", by: "coordinator", when: { isOver: false } },
  // the order of the queue holds for whoever is added, too
  { from: null, to: "confirmed", by: "onBehalf", when: { mayAdd: true, seatFree: true } },
  { from: null, to: "reserve", by: "onBehalf", when: { mayAdd: true, seatFree: false } },
  { from: "withdrawn", to: "confirmed", by: "onBehalf", when: { mayAdd: true, seatFree: true } },
  { from: "withdrawn", to: "reserve", by: "onBehalf", when: { mayAdd: true, seatFree: false } },
  { from: "reserve", to: "withdrawn", by: "onBehalf", when: { mayRemove: true } },
  { from: "confirmed", to: "withdrawn", by: "onBehalf", when: { mayRemove: true } },
  { from: "reserve", to: "confirmed", by: "onBehalf", when: { mayGive: true, seatLeft: true, isNext: true } },
  // who is passed over is named, and there is a reason. Without a seat they go to the head of the queue
  {
    ...{ from: "reserve", to: "confirmed", by: "onBehalf" },
    when: { mayGive: true, seatLeft: true, isNext: false, overtakes: true },
  },
  {
    ...{ from: "reserve", to: "reserve", by: "onBehalf" },
    when: { mayGive: true, seatLeft: false, isNext: false, overtakes: true },
  },
  // to the end of the queue: nobody who waits already is passed over by them
  { from: "confirmed", to: "reserve", by: "onBehalf", when: { mayTake: true, othersWait: true } },
  ...(["reserve", "confirmed", "completed", "notCompleted"] as const).map(
    (from) => ({ from, to: "withdrawn", by: "merger", when: {} }) as const,
  ),
  { from: "confirmed", to: "withdrawn", by: "substitution", when: {} },
  { from: null, to: "confirmed", by: "substitution", when: {} },
  { from: "withdrawn", to: "confirmed", by: "substitution", when: {} },
];

export type Holding = Readonly<Partial<Record<Condition, boolean>>>;

/** The next state of an enrolment; null where it stays. From one state only one way is open at a time. */
export const nextState = (from: EnrolmentState | null, by: Who, holds: Holding): EnrolmentState | null =>
  destinations(enrolmentWays, { from, by, holds })[0] ?? null;

/** Where a coordinator may bring somebody's enrolment. */
export const waysOnBehalf = (from: EnrolmentState | null, holds: Holding): EnrolmentState[] =>
  destinations(enrolmentWays, { from, by: "onBehalf", holds });

/** Whoever was never enrolled here, or has withdrawn: the only ones who can enrol. */
export const isOutside = (state: EnrolmentState | null) =>
  nextState(state, "official", { admitted: true, seatFree: true }) !== null;

/** States that hold a seat. */
export const seatedStates = ["confirmed", "completed", "notCompleted"] as const satisfies EnrolmentState[];

/** States that hold or await a seat in a workshop that has not begun: one can still withdraw from them. */
export const activeStates = enrolmentStates.filter(
  (state) => nextState(state, "official", { mayLeave: true }) === "withdrawn",
);

export const isSeated = (state: EnrolmentState) => (seatedStates as readonly EnrolmentState[]).includes(state);

export type Seats = { capacity: number; seatsTaken: number; reserveCount: number };
export type Placement = { status: "confirmed" } | { status: "reserve"; rank: number };

/** Where a new enrolment lands. Nobody overtakes the queue: while anyone waits, a newcomer waits too. */
export function placement({ capacity, seatsTaken, reserveCount }: Seats): Placement {
  const free = capacity - seatsTaken - reserveCount;
  return free > 0 ? { status: "confirmed" } : { status: "reserve", rank: reserveCount + 1 };
}

/** The seats of a group once somebody has a place in it. */
export const oneMoreIn = (seats: Seats, to: EnrolmentState): Seats =>
  to === "confirmed"
    ? { ...seats, seatsTaken: seats.seatsTaken + 1 }
    : { ...seats, reserveCount: seats.reserveCount + 1 };

/** How many of those who wait move up into seats that have become free. */
export const movingUp = ({ capacity, seatsTaken, reserveCount }: Seats) =>
  Math.max(0, Math.min(capacity - seatsTaken, reserveCount));

type Workshop = Timing & Windows & { state: WorkshopState };
export type AdmissionRefusal = "notOpen" | "begun" | "bySelection" | "frozen";

/** Why somebody cannot enrol at this instant; null when they can. */
export function admissionRefusal(
  workshop: Workshop & { admission: "open" | "selection" },
  at: Instant,
): AdmissionRefusal | null {
  if (workshop.state === "running") return "begun";
  if (!isEver("enrol", workshop.state)) return "notOpen";
  if (workshop.admission !== "open") return "bySelection";
  if (mayNow("enrol", workshop, at)) return null;
  return isShut(workshop, workshop.freezeDays, at) && mayNow("leaveSeat", workshop, at) ? "frozen" : "begun";
}

export type WithdrawalRefusal = "tooLate" | "over";

/**
 * Why somebody cannot give back a seat, or a place in the queue, at this instant; null when they can. Seats are held
 * once the workshop has begun, and places in the queue until it is over.
 */
export function withdrawalRefusal(state: EnrolmentState, workshop: Workshop, at: Instant): WithdrawalRefusal | null {
  const mayLeave = mayNow(state === "reserve" ? "leaveReserve" : "leaveSeat", workshop, at);
  if (nextState(state, "official", { mayLeave }) === "withdrawn") return null;
  return mayNow("leaveReserve", workshop, at) ? "tooLate" : "over";
}

/** Whether somebody is expected in a workshop's sessions: they hold a seat, and it takes place. */
export const isExpected = (state: EnrolmentState, workshopState: WorkshopState) =>
  state === "confirmed" && workshopState !== "cancelled";

/** Whether a workshop can be removed: nobody but its planners has seen it, and nobody was ever enrolled. */
export const mayRemoveDraft = (state: WorkshopState, isEverEnrolled: boolean) => state === "draft" && !isEverEnrolled;

/** States of a workshop whose sessions are still expected. */
export const takingPlace = ["published", "open", "closed", "running"] as const satisfies WorkshopState[];

/** Whether nothing more will happen for somebody in a workshop: only the record is left. */
export const isOver = (state: EnrolmentState, workshopState: WorkshopState) =>
  ["completed", "cancelled"].includes(workshopState) || state === "withdrawn";

type Visitor = { isSignedIn: boolean; mayEnrol: boolean; state: EnrolmentState | null };
export type Offer = "enrolled" | "refusal" | "signIn" | "enrolment" | "nothing";

/** What a workshop's page tells its reader: their enrolment, or what they can do, or why nobody can enrol. */
export function offerTo(
  { isSignedIn, mayEnrol, state }: Visitor,
  workshopState: WorkshopState,
  refusal: AdmissionRefusal | null,
): Offer {
  if (!isOutside(state) && workshopState !== "cancelled") return "enrolled";
  if (refusal) return "refusal";
  if (!isSignedIn) return "signIn";
  return mayEnrol ? "enrolment" : "nothing";
}

type Loss = "reserve" | "seat" | "free";

/** What somebody loses who withdraws: a place in the queue; a seat for which others wait; a seat that stays free. */
export const lossOf = (state: EnrolmentState, reserveCount: number): Loss =>
  state === "reserve" ? "reserve" : reserveCount > 0 ? "seat" : "free";
