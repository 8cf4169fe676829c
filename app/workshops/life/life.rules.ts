import type { Instant } from "#app/time/instant.ts";
import { type LocalDate, localDate, plusLocalDays } from "#app/time/wall-time.ts";
import { isAllowed, momentOf, type Timing } from "#app/workshops/moments.rules.ts";
import type { Peopled, WorkshopState } from "#app/workshops/rules.ts";
import { type StepRefusal, stepRefusal } from "#app/workshops/steps.rules.ts";

/** The states that a workshop goes through, in their order. A cancelled one has left the line. */
export const lifeSteps = ["draft", "published", "open", "closed", "running", "completed"] as const;
export type LifeStep = (typeof lifeSteps)[number];

/** What can happen by itself on its day. To publish and to complete is for somebody to decide. */
export const milestones = ["open", "closed", "running"] as const;
export type Milestone = (typeof milestones)[number];

/** So many days before the first one enrolment opens and closes: with journeys to prepare, and without. */
export const profiles = { long: { open: 150, closed: 105 }, short: { open: 40, closed: 20 } } as const;
export type Profile = keyof typeof profiles;
export const profileNames = Object.keys(profiles) as Profile[];

/** The days that a profile offers; none before today. */
export function offeredDays(
  profile: Profile,
  { firstDay, today }: { firstDay: LocalDate; today: LocalDate },
): Record<"open" | "closed", LocalDate> {
  const ahead = (day: LocalDate) => (day < today ? today : day);
  const { open, closed } = profiles[profile];
  return { open: ahead(plusLocalDays(firstDay, -open)), closed: ahead(plusLocalDays(firstDay, -closed)) };
}

/** How far along the line a state is; null where it has left it. */
const placeOf = (state: WorkshopState) => (state === "cancelled" ? null : lifeSteps.indexOf(state));

/** Whether a step lies behind a workshop in this state, or is where it stands. */
export function isStepReached(state: WorkshopState, step: LifeStep): boolean {
  const place = placeOf(state);
  return place !== null && place >= lifeSteps.indexOf(step);
}

/** The day of the first session; where none is planned, the workshop's first. */
export const sessionsBeginOn = ({ beginsAt, zone, startsOn }: Timing): LocalDate =>
  beginsAt === null ? startsOn : localDate(beginsAt, zone);

/** The last day on which something is held, as the venue counts days. */
export const sessionsEndOn = ({ endsAt, zone, endsOn }: Timing): LocalDate =>
  endsAt === null ? endsOn : localDate(endsAt, zone);

type PlannedStep = { step: Milestone; dueOn: LocalDate | null };

/** The day on which a step is due, as the venue counts days. */
export const dueDay = ({ dueOn }: PlannedStep, workshop: Timing): LocalDate => dueOn ?? sessionsBeginOn(workshop);

/** Whether the time of a step has come. Enrolment closes at the end of its day, the others come at the beginning. */
export function isDue(planned: PlannedStep, workshop: Timing, at: Instant): boolean {
  const today = localDate(at, workshop.zone);
  const day = dueDay(planned, workshop);
  return planned.step === "closed" ? today > day : today >= day;
}

export type MissedBecause = StepRefusal | "tooLateToOpen";

type Standing = Timing & Peopled & { state: WorkshopState };

/**
 * What becomes of a step whose time has come. It is taken only from the state before it, so that nothing is opened
 * again that somebody has closed. `passed`: the workshop is past it, or is cancelled.
 */
export function milestoneOutcome(
  workshop: Standing,
  step: Milestone,
  at: Instant,
): { outcome: "taken" | "passed" } | { outcome: "missed"; because: MissedBecause } {
  const { state } = workshop;
  if (state === "cancelled" || isStepReached(state, step)) return { outcome: "passed" };
  if (state !== before[step]) return { outcome: "missed", because: "notFromHere" };
  if (step === "open" && !isAllowed("enrol", "open", momentOf(workshop, at)))
    return { outcome: "missed", because: "tooLateToOpen" };
  const because = stepRefusal(workshop, step, {}, at);
  return because ? { outcome: "missed", because } : { outcome: "taken" };
}

const before: Record<Milestone, LifeStep> = { open: "published", closed: "open", running: "closed" };

/** The days on which a workshop is to take its steps; null where somebody does it. */
type MilestoneDays = { open: LocalDate | null; closed: LocalDate | null };

export type MilestoneProblem = {
  field: "open" | "closed";
  because: "past" | "tooLate" | "beforeOpening" | "earlier" | "takenBack";
};

/**
 * What speaks against days; of a step that is reached nothing is asked any more. Whoever has seen a published workshop
 * counts on its last day for enrolment, so that day does not come nearer.
 */
export function milestoneProblem(
  days: MilestoneDays,
  stored: MilestoneDays,
  { workshop, at }: { workshop: Standing; at: Instant },
): MilestoneProblem | null {
  const { state, zone } = workshop;
  const [today, firstDay] = [localDate(at, zone), sessionsBeginOn(workshop)];
  const asked = (["open", "closed"] as const).filter((step) => !isStepReached(state, step));
  for (const field of asked) {
    const day = days[field];
    if (day === null || day === stored[field]) continue;
    if (day < today) return { field, because: "past" };
    if (day >= firstDay) return { field, because: "tooLate" };
  }
  const { open, closed } = days;
  if (asked.includes("open") && open !== null && closed !== null && closed < open)
    return { field: "closed", because: "beforeOpening" };
  const isSeen = state !== "draft" && asked.includes("closed");
  // taken away, and set again, it could come nearer in two steps
  if (isSeen && closed === null && stored.closed !== null) return { field: "closed", because: "takenBack" };
  if (isSeen && closed !== null && stored.closed !== null && closed < stored.closed)
    return { field: "closed", because: "earlier" };
  return null;
}
