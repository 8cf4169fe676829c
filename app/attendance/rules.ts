import type { Instant } from "#app/time/instant.ts";
import { dateOf, type LocalDate, localDate, type WallTime } from "#app/time/wall-time.ts";
import { mayNow, type Timing } from "#app/workshops/moments.rules.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";

export const markStatuses = ["present", "late", "excused", "absent"] as const;
export type MarkStatus = (typeof markStatuses)[number];

/** Attendance is taken while the workshop has sheets, from the day of the session, at its venue, onwards. */
export const mayTakeAttendance = (
  workshop: Timing & { state: WorkshopState },
  { startsLocal }: { startsLocal: WallTime },
  at: Instant,
) => mayNow("takeSheet", workshop, at) && localDate(at, workshop.zone) >= dateOf(startsLocal);

/** Whether a session stays on its day, whatever else of it changes. */
export const keepsItsDay = ({ startsLocal }: { startsLocal: WallTime }, { date }: { date: LocalDate }) =>
  dateOf(startsLocal) === date;
