import { waysFrom } from "#app/access/transitions.ts";
import type { Instant } from "#app/time/instant.ts";
import { mayNow, type Timing } from "./moments.rules.ts";
import { type Peopled, peopleIn, type WorkshopCondition, type WorkshopState, workshopWays } from "./rules.ts";

type Standing = Timing & Peopled & { state: WorkshopState };

/**
 * What the workshop's row does not say; `isHeld`: all that counts has begun. What nobody has gathered keeps a way
 * closed that depends on it.
 */
type Gatherable = "isWritten" | "isHeld" | "hasCertificates" | "hasReason" | "isUnnoticed";
export type Gathered = Readonly<Partial<Record<Gatherable, boolean | undefined>>>;

/** What is said of a condition that is not as a step needs it. */
const refusals = {
  isWritten: "incomplete",
  hasPeople: "hasPeople",
  mayStart: "tooEarlyToStart",
  mayComplete: "tooEarly",
  hasCertificates: "certified",
  hasReason: "noReason",
  isUnnoticed: "noticed",
} as const satisfies Record<WorkshopCondition, string>;

export type StepRefusal = "notFromHere" | (typeof refusals)[WorkshopCondition];

/** A state one step away, and why it cannot be reached yet; null where it can. A step back needs a reason. */
export type Step = { to: WorkshopState; because: StepRefusal | null; isBack: boolean };

/** The steps from where a workshop stands, in the order of the table. */
export function stepsOf(workshop: Standing, gathered: Gathered, at: Instant): Step[] {
  const holds = {
    ...gathered,
    hasPeople: peopleIn(workshop) > 0,
    mayStart: mayNow("start", workshop, at),
    mayComplete: gathered.isHeld === true && mayNow("complete", workshop, at),
  };
  const ways = waysFrom(workshopWays, { from: workshop.state, by: "coordinator", holds });
  return ways.map(({ way, lacks }) => ({
    to: way.to,
    because: lacks && refusals[lacks],
    isBack: way.when.hasReason === true,
  }));
}

/** Why a workshop cannot take this step now; null where it can. */
export function stepRefusal(
  workshop: Standing,
  to: WorkshopState,
  gathered: Gathered,
  at: Instant,
): StepRefusal | null {
  const step = stepsOf(workshop, gathered, at).find((one) => one.to === to);
  return step ? step.because : "notFromHere";
}
