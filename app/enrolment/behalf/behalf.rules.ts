import type { Selectable } from "kysely";
import type { FormerOffer } from "#app/enrolment/offers/offers.rules.ts";
import { type EnrolmentState, type Holding, waysOnBehalf } from "#app/enrolment/rules.ts";
import { type Instant, plusSeconds } from "#app/time/instant.ts";
import { isEver, mayNow, type Timing } from "#app/workshops/moments.rules.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { EnrolmentTable, ToldTable } from "#db/schema.ts";

/** What a coordinator does to an enrolment that is there. To add somebody is the act that makes one. */
export const changes = ["seated", "overtaken", "unseated", "withdrawn"] as const;
export type Change = (typeof changes)[number];
export const actKinds = ["added", ...changes] as const;

/** So long an act can be undone, and nobody is told of it. */
const undoSeconds = 60;

/** From then on an act stands, and its letters go out. */
export const standsFrom = (actedAt: Instant): Instant => plusSeconds(actedAt, undoSeconds);

/** So many people are added at once: the list of those who are chosen has to fit into an address. */
export const mostAtOnce = 40;

type Workshop = Timing & { state: WorkshopState };
type Seats = { capacity: number; seatsTaken: number };

/** An enrolment among the others of its workshop; only those count who could have a seat. */
export type InQueue = {
  state: EnrolmentState;
  /** How many wait before them. */
  ahead: number;
  /** How many others wait. */
  others: number;
};

/** Where an act brings somebody; null where it is not open. Buttons are drawn by it, and commands refused. */
export function destinationOf(
  change: Change,
  { state, ahead, others }: InQueue,
  workshop: Workshop & Seats,
  at: Instant,
): EnrolmentState | null {
  const holds: Record<Change, Holding> = {
    withdrawn: { mayRemove: mayNow("withdrawOther", workshop, at) },
    seated: { ...giving(workshop, at), isNext: ahead === 0 },
    // whoever is next has nobody to pass over
    overtaken: { ...giving(workshop, at), isNext: false, overtakes: ahead > 0 },
    unseated: { mayTake: mayNow("takeSeat", workshop, at), othersWait: others > 0 },
  };
  const [to] = waysOnBehalf(state, holds[change]);
  return to ?? null;
}

const giving = (workshop: Workshop & Seats, at: Instant) => ({
  mayGive: mayNow("giveSeat", workshop, at),
  seatLeft: workshop.seatsTaken < workshop.capacity,
});

export type AddingRefusal = "unseen" | "over";

/** Why nobody can be added to a workshop: it is a draft still, or over; null where somebody can. */
export function addingRefusal(workshop: Workshop, at: Instant): AddingRefusal | null {
  if (mayNow("addOther", workshop, at)) return null;
  return isEver("addOther", workshop.state) || workshop.state !== "draft" ? "over" : "unseen";
}

/** An enrolment as it stands, and what its holder was last told of the plan; without what never changes of it. */
export type Former = {
  enrolment: Omit<Selectable<EnrolmentTable>, "id" | "workshopId" | "personId">;
  told: Pick<ToldTable, "planId" | "toldAt"> | null;
  /** What they were asked, or had accepted. What was kept before anybody was asked does not say. */
  offer?: FormerOffer | null;
};

/** An enrolment as somebody saw it: another text where it has changed since. */
export const versionOf = ({
  state,
  ticket,
  changedAt,
}: {
  state: EnrolmentState;
  ticket: number;
  changedAt: Instant;
}) => `${state}.${ticket}.${changedAt}`;

export type UndoRefusal = "tooLate" | "undone" | "changed" | "seatTaken" | "marked" | "writtenTo";

type Undoing = {
  act: { at: Instant; undoneAt: Instant | null };
  workshop: Workshop & Seats;
  /** Of each enrolment that the act changed: what it was, what the act made of it, and what it is. */
  lines: readonly { former: EnrolmentState | null; became: string; now: string; state: EnrolmentState }[];
  /** Whether another enrolment of the same person has become part of one that it added. */
  isMerged: boolean;
  /** Whether somebody whom it added has been marked in a session. */
  isMarked: boolean;
  /** Whether somebody whom it added has been written to, or was chosen for a message. */
  isWrittenTo: boolean;
};

/** Why an act cannot be undone; null where it can. What others have done since is never undone with it. */
export function undoRefusal(
  { act, workshop, lines, isMerged, isMarked, isWrittenTo }: Undoing,
  at: Instant,
): UndoRefusal | null {
  if (act.undoneAt) return "undone";
  if (at >= standsFrom(act.at)) return "tooLate";
  if (isMerged || lines.some(({ became, now }) => became !== now)) return "changed";
  if (!mayNow("withdrawOther", workshop, at)) return "changed";
  if (isMarked) return "marked";
  if (isWrittenTo) return "writtenTo";
  return workshop.seatsTaken + seatsGained(lines) > workshop.capacity ? "seatTaken" : null;
}

/** How many seats more are taken once it is undone. */
const seatsGained = (lines: Undoing["lines"]) =>
  lines.filter(({ former }) => former === "confirmed").length -
  lines.filter(({ state }) => state === "confirmed").length;
