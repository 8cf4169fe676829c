import { dateOf, daysBetween, instantToWall, isLocalDate, timeOf } from "#app/time/wall-time.ts";
import { wallToInstant } from "#app/time/zoned-time.ts";
import type { Zone } from "#app/time/zones.ts";
import { clockTime } from "#app/timetable/session/clock-time.ts";

export type OtherTime = { from: string; to: string | null; shift: number } | null;
type Typed = { date: string; startsTime: string; endsTime: string };

/** The same times on another zone's clocks, and by how many days the date differs; null without a beginning. */
export function otherTime({ date, startsTime, endsTime }: Typed, zone: Zone, other: Zone): OtherTime {
  if (!isLocalDate(date)) return null;
  const wallIn = (typed: string) => {
    const time = clockTime(typed);
    const at = time && wallToInstant(`${date}T${time}`, zone);
    return at ? instantToWall(at, other) : null;
  };
  const from = wallIn(startsTime);
  if (!from) return null;
  const to = wallIn(endsTime);
  return { from: timeOf(from), to: to && timeOf(to), shift: Math.sign(daysBetween(date, dateOf(from))) };
}
