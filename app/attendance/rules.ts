import type { Instant } from "#app/time/instant.ts";
import { dateOf, type LocalDate, localDate, type WallTime } from "#app/time/wall-time.ts";
import { isEver, mayNow, type Timing } from "#app/workshops/moments.rules.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";

export const markStatuses = ["present", "late", "excused", "absent"] as const;
export type MarkStatus = (typeof markStatuses)[number];

export type SheetRefusal = "noSheets" | "tooEarly";

/**
 * Why attendance cannot be taken; null where it can: while the workshop has sheets, from the day of the session, at its
 * venue, onwards.
 */
export function sheetRefusal(
  workshop: Timing & { state: WorkshopState },
  { startsLocal }: { startsLocal: WallTime },
  at: Instant,
): SheetRefusal | null {
  if (!isEver("takeSheet", workshop.state)) return "noSheets";
  const isDay = localDate(at, workshop.zone) >= dateOf(startsLocal);
  return isDay && mayNow("takeSheet", workshop, at) ? null : "tooEarly";
}

/** Whether a session stays on its day, whatever else of it changes. */
export const keepsItsDay = ({ startsLocal }: { startsLocal: WallTime }, { date }: { date: LocalDate }) =>
  dateOf(startsLocal) === date;
