import type { LocalDate } from "#app/time/wall-time.ts";
import { hasSheets, type WorkshopState } from "#app/workshops/rules.ts";

export const markStatuses = ["present", "late", "excused", "absent"] as const;
export type MarkStatus = (typeof markStatuses)[number];

export type MarkCounts = Record<MarkStatus, number> & { sessions: number };

/**
 * Share of the counted sessions that somebody attended, between 0 and 1; null where there is nothing to count.
 * Late is attended; an excused absence counts neither way; a session without a mark counts as not attended.
 */
export function attendanceShare({ present, late, excused, sessions }: MarkCounts): number | null {
  const base = sessions - excused;
  return base > 0 ? (present + late) / base : null;
}

/** Compared in whole numbers: 80% of five sessions is four, without rounding. `minimum` is a percentage. */
export function reaches(counts: MarkCounts, minimum: number): boolean {
  const base = counts.sessions - counts.excused;
  return base > 0 && (counts.present + counts.late) * 100 >= minimum * base;
}

/** Until a workshop is completed only the sessions already held count: what is still to come is not held against anybody. */
export const sessionsSoFar = (workshopState: WorkshopState) => (workshopState === "completed" ? "all" : "held");

/** Attendance is taken from the day of the session, at its venue, onwards. */
export const mayTakeAttendance = (workshopState: WorkshopState, sessionDay: LocalDate, today: LocalDate) =>
  hasSheets(workshopState) && today >= sessionDay;
