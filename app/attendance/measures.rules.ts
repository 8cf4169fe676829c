import type { WorkshopState } from "#app/workshops/rules.ts";
import type { MarkStatus } from "./rules.ts";

/** What counts as having been there; `measures.queries.ts` says the same in SQL, and a test holds the two together. */
export const attendedStatuses = ["present", "late"] as const satisfies MarkStatus[];
/** Marks that count neither as present nor as absent. */
export const excusedStatus = "excused" satisfies MarkStatus;

/** How many marks somebody has in the sessions that count, and how many such sessions there are. */
export type MarkCounts = Record<MarkStatus, number> & { sessions: number };

/**
 * `counted`: marks that are not excused, in sessions that count. `attended`: those of them that are present or late.
 */
export type Marks = { attended: number; counted: number };

/** The marks alone, whatever has none. */
export const tallyOf = ({ present, late, absent }: MarkCounts): Marks => ({
  attended: present + late,
  counted: present + late + absent,
});

/** Share between 0 and 1 of the marks that count; null where nothing has been marked. */
export const attendanceRate = ({ attended, counted }: Marks): number | null =>
  counted > 0 ? attended / counted : null;

/**
 * Share of the counted sessions that somebody attended, between 0 and 1; null where there is nothing to count.
 * Late is attended; an excused absence counts neither way; a session without a mark counts as not attended.
 */
export const attendanceShare = (counts: MarkCounts): number | null =>
  attendanceRate({ attended: tallyOf(counts).attended, counted: baseOf(counts) });

/**
 * Compared in whole numbers: 80% of five sessions is four, without rounding. `minimum` is a percentage.
 * Where none is asked, everybody reaches it, also whoever was excused from everything. Where no session counts there is
 * nothing to measure, and nobody falls short of it. Whoever was excused from all that count has attended nothing.
 */
export function reaches(counts: MarkCounts, minimum: number): boolean {
  if (minimum === 0 || counts.sessions === 0) return true;
  return baseOf(counts) > 0 && tallyOf(counts).attended * 100 >= minimum * baseOf(counts);
}

/** The fewest sessions with which somebody reaches the minimum: of those that count, without what was excused. */
export const neededSessions = (counts: MarkCounts, minimum: number): number =>
  Math.max(1, Math.ceil((minimum * baseOf(counts)) / 100));

/** While a workshop goes on, what is still to come is not held against anybody. */
export const shareIn = (workshopState: WorkshopState, counts: MarkCounts): number | null =>
  workshopState === "completed" ? attendanceShare(counts) : attendanceRate(tallyOf(counts));

/** What is shown of somebody's attendance: of `base` sessions, so many attended. */
export const attendanceOf = (counts: MarkCounts) => ({ attended: tallyOf(counts).attended, base: baseOf(counts) });

/** The counted sessions from which somebody was not excused. */
export const baseOf = ({ sessions, excused }: MarkCounts) => sessions - excused;

/**
 * Until a workshop is completed only the sessions already held count: what is still to come is not held against
 * anybody.
 */
export const sessionsSoFar = (workshopState: WorkshopState) => (workshopState === "completed" ? "all" : "held");
