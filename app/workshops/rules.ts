import type { Way } from "#app/access/transitions.ts";
import type { Texts } from "#app/i18n/locales.ts";
import { dateOf, type LocalDate, type WallTime } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";

export const states = ["draft", "published", "open", "closed", "running", "completed", "cancelled"] as const;
export type WorkshopState = (typeof states)[number];

/** While people hold seats, and their marks are not settled. */
export const seatingStates: readonly WorkshopState[] = ["open", "closed", "running"];

/**
 * `isWritten`: see `publicationProblems`. `hasPeople`: somebody holds or awaits a seat. `mayStart`, `mayComplete`: by
 * the moment, see `steps.rules.ts`. `hasCertificates`: some are valid. `hasReason`: somebody has said why.
 * `isUnnoticed`: nobody was ever enrolled, or asked to teach, so that nobody was told of anything.
 */
export type WorkshopCondition =
  | "isWritten"
  | "hasPeople"
  | "mayStart"
  | "mayComplete"
  | "hasCertificates"
  | "hasReason"
  | "isUnnoticed";

/**
 * Every change that a workshop can undergo, in the order in which its desk offers them. What people have a place in
 * does not become a draft again. Completion is the attendance room's: it settles who has completed. A step back needs
 * a reason, and there is none from what was certified.
 */
export const workshopWays: readonly Way<WorkshopState, "coordinator", WorkshopCondition>[] = [
  { from: "draft", to: "published", by: "coordinator", when: { isWritten: true } },
  { from: "published", to: "open", by: "coordinator", when: {} },
  { from: "published", to: "draft", by: "coordinator", when: { hasPeople: false } },
  { from: "open", to: "closed", by: "coordinator", when: {} },
  { from: "open", to: "published", by: "coordinator", when: { hasPeople: false } },
  { from: "closed", to: "running", by: "coordinator", when: { mayStart: true } },
  { from: "closed", to: "open", by: "coordinator", when: {} },
  { from: "running", to: "completed", by: "coordinator", when: { mayComplete: true } },
  { from: "running", to: "closed", by: "coordinator", when: { hasReason: true } },
  { from: "completed", to: "running", by: "coordinator", when: { hasCertificates: false, hasReason: true } },
  { from: "draft", to: "cancelled", by: "coordinator", when: {} },
  { from: "published", to: "cancelled", by: "coordinator", when: {} },
  { from: "open", to: "cancelled", by: "coordinator", when: {} },
  { from: "closed", to: "cancelled", by: "coordinator", when: {} },
  { from: "running", to: "cancelled", by: "coordinator", when: {} },
  { from: "cancelled", to: "draft", by: "coordinator", when: { isUnnoticed: true } },
];

export type PublicationProblem = "noTitle" | "noVenue" | "noSession";

/** What still lacks before others may see a workshop: a title and a venue in one language at least, and a session. */
export function publicationProblems(
  { title, venue }: { title: Texts; venue: Texts },
  sessions: number,
): PublicationProblem[] {
  const problems: PublicationProblem[] = [];
  if (!Object.values(title).some(Boolean)) problems.push("noTitle");
  if (!Object.values(venue).some(Boolean)) problems.push("noVenue");
  if (sessions === 0) problems.push("noSession");
  return problems;
}

export type PlannedDays = { startsOn: LocalDate; endsOn: LocalDate };
/** Of a session, as far as its workshop's plan has to hold it. */
export type PlannedTimes = { startsLocal: WallTime; zone: Zone };

export const isWithin = (day: LocalDate, { startsOn, endsOn }: PlannedDays) => day >= startsOn && day <= endsOn;

/**
 * Why the sessions do not fit a changed plan: those on the workshop's clock keep it, and all begin within its days.
 * @param former the zone that the workshop has had
 * @returns null where they fit
 */
export function misfitOf(
  plan: PlannedDays & { zone: Zone },
  former: Zone,
  sessions: readonly PlannedTimes[],
): "zone" | "days" | null {
  if (plan.zone !== former && sessions.some(({ zone }) => zone === former)) return "zone";
  return sessions.some(({ startsLocal }) => !isWithin(dateOf(startsLocal), plan)) ? "days" : null;
}

/** Whether changes are told: a workshop that was cancelled has told so, and one that is over has nothing to tell. */
export const tellsChanges = (state: WorkshopState) => ["published", "open", "closed", "running"].includes(state);

/** The counters of a workshop: who holds a seat, and who awaits one. */
export type Peopled = { seatsTaken: number; reserveCount: number };

/** How many hold or await a seat. */
export const peopleIn = ({ seatsTaken, reserveCount }: Peopled) => seatsTaken + reserveCount;

/** How many of them are told where the plan changes. */
export const toldCount = ({ state, ...workshop }: Peopled & { state: WorkshopState }) =>
  tellsChanges(state) ? peopleIn(workshop) : 0;

/** How many of the texts that a workshop and its sessions can have are written, in one language. */
export function completeness(texts: (string | undefined)[]): { written: number; of: number } {
  return { written: texts.filter((text) => text?.trim()).length, of: texts.length };
}

export type SeatView = "free" | "few" | "full" | "begun" | "none";

/** How seats read in a list: few when at most one in five, or a single one, is left; none once it has begun. */
export function seatView(
  { state, capacity, seatsTaken, reserveCount, quotaSeats = 0 }: Seated,
  { mayEnrol }: { mayEnrol: boolean },
): SeatView {
  if (state !== "open") return "none";
  if (!mayEnrol) return "begun";
  // whoever waits in one quota takes no seat of another
  const free = capacity - seatsTaken - (quotaSeats > 0 ? 0 : reserveCount);
  if (free <= 0) return "full";
  return free === 1 || free / capacity <= 0.2 ? "few" : "free";
}

type Seated = { state: WorkshopState; capacity: number; seatsTaken: number; reserveCount: number; quotaSeats?: number };

/** Workshops with seats first, then those without, each in their order. Cancelled ones are left out. */
export function openFirst<Seen extends { state: WorkshopState; seatView: SeatView }>(
  workshops: readonly Seen[],
): Seen[] {
  const isOpen = ({ seatView }: Seen) => seatView === "free" || seatView === "few";
  const living = workshops.filter(({ state }) => state !== "cancelled");
  return [...living.filter(isOpen), ...living.filter((workshop) => !isOpen(workshop))];
}
