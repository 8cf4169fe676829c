import type { LocalDate } from "#app/time/wall-time.ts";
import { hasSheets, type WorkshopState } from "#app/workshops/rules.ts";

export const markStatuses = ["present", "late", "excused", "absent"] as const;
export type MarkStatus = (typeof markStatuses)[number];

/** Attendance is taken from the day of the session, at its venue, onwards. */
export const mayTakeAttendance = (workshopState: WorkshopState, sessionDay: LocalDate, today: LocalDate) =>
  hasSheets(workshopState) && today >= sessionDay;
