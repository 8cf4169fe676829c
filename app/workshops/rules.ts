import { destinations, type Way } from "#app/access/transitions.ts";
import type { Texts } from "#app/i18n/locales.ts";
import { dateOf, type LocalDate, type WallTime } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";

export const states = ["draft", "published", "open", "closed", "running", "completed", "cancelled"] as const;
export type WorkshopState = (typeof states)[number];

/**
 * Every change that a workshop can undergo, in the order in which its desk offers them. What people have a place in
 * does not become a draft again. Completion is the attendance room's: it settles who has completed.
 */
export const workshopWays: readonly Way<WorkshopState, "coordinator", "hasPeople">[] = [
  { from: "draft", to: "published", by: "coordinator", when: {} },
  { from: "published", to: "open", by: "coordinator", when: {} },
  { from: "published", to: "draft", by: "coordinator", when: { hasPeople: false } },
  { from: "open", to: "closed", by: "coordinator", when: {} },
  { from: "closed", to: "running", by: "coordinator", when: {} },
  { from: "closed", to: "open", by: "coordinator", when: {} },
  { from: "running", to: "completed", by: "coordinator", when: {} },
  { from: "draft", to: "cancelled", by: "coordinator", when: {} },
  { from: "published", to: "cancelled", by: "coordinator", when: {} },
  { from: "open", to: "cancelled", by: "coordinator", when: {} },
  { from: "closed", to: "cancelled", by: "coordinator", when: {} },
  { from: "running", to: "cancelled", by: "coordinator", when: {} },
];

type Standing = { state: WorkshopState; seatsTaken: number; reserveCount: number };

/** Where a workshop may go now. */
export const nextStates = ({ state, seatsTaken, reserveCount }: Standing): WorkshopState[] =>
  destinations(workshopWays, { from: state, by: "coordinator", holds: { hasPeople: seatsTaken + reserveCount > 0 } });

export const mayBecome = (workshop: Standing, to: WorkshopState) => nextStates(workshop).includes(to);

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

/** Why the sessions do not fit a changed plan: they keep their zone and begin within its days. Null where they fit. */
export function misfitOf(
  plan: PlannedDays & { zone: Zone },
  sessions: readonly PlannedTimes[],
): "zone" | "days" | null {
  if (sessions.some(({ zone }) => zone !== plan.zone)) return "zone";
  return sessions.some(({ startsLocal }) => !isWithin(dateOf(startsLocal), plan)) ? "days" : null;
}

/** Sessions can be planned until a workshop is over. After that, who completed it has been settled by its sessions. */
export const mayPlanSessions = (state: WorkshopState) => state !== "completed" && state !== "cancelled";

/** Whether changes are told: a workshop that was cancelled has told so, and one that is over has nothing to tell. */
export const tellsChanges = (state: WorkshopState) => ["open", "closed", "running"].includes(state);

/** How many have or await a seat, and are told where the plan changes. */
export const informedCount = ({ state, seatsTaken, reserveCount }: Standing) =>
  tellsChanges(state) ? seatsTaken + reserveCount : 0;

/** Attendance is taken in sheets from the opening on, and corrected in them when all is over. */
export const hasSheets = (state: WorkshopState) => ["open", "closed", "running", "completed"].includes(state);

/** How many of the texts that a workshop and its sessions can have are written, in one language. */
export function completeness(texts: (string | undefined)[]): { written: number; of: number } {
  return { written: texts.filter((text) => text?.trim()).length, of: texts.length };
}

export type SeatView = "free" | "few" | "full" | "none";

/** How seats read in a list: few when at most one in five, or a single one, is left. */
export function seatView(
  state: WorkshopState,
  { capacity, seatsTaken, reserveCount }: { capacity: number; seatsTaken: number; reserveCount: number },
): SeatView {
  if (state !== "open") return "none";
  const free = capacity - seatsTaken - reserveCount;
  if (free <= 0) return "full";
  return free === 1 || free / capacity <= 0.2 ? "few" : "free";
}

/** Workshops with seats first, then those without, each in their order. Cancelled ones are left out. */
export function openFirst<Seen extends { state: WorkshopState; seatView: SeatView }>(
  workshops: readonly Seen[],
): Seen[] {
  const isOpen = ({ seatView }: Seen) => seatView === "free" || seatView === "few";
  const living = workshops.filter(({ state }) => state !== "cancelled");
  return [...living.filter(isOpen), ...living.filter((workshop) => !isOpen(workshop))];
}
