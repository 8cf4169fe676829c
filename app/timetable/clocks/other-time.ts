import { clockTime, endTime } from "#app/time/clock-time.ts";
import { dateOf, daysBetween, instantToWall, isLocalDate, timeOf } from "#app/time/wall-time.ts";
import { wallToInstant } from "#app/time/zoned-time.ts";
import type { Zone } from "#app/time/zones.ts";
import { wallTimes } from "#app/timetable/rules.ts";

export type OtherTime = { from: string; to: string | null; shift: number } | null;
type Typed = { date: string; startsTime: string; endsTime: string; endsNextDay: boolean };

/** The same times on another zone's clocks, and by how many days the date differs; null without a beginning. */
export function otherTime({ date, endsNextDay, ...typed }: Typed, zone: Zone, other: Zone): OtherTime {
  const startsTime = clockTime(typed.startsTime);
  if (!isLocalDate(date) || !startsTime) return null;
  const endsTime = endTime(typed.endsTime);
  const local = wallTimes({ date, startsTime, endsTime: endsTime ?? startsTime, endsNextDay }, zone);
  const startsAt = wallToInstant(local.startsLocal, zone);
  if (!startsAt) return null;
  const from = instantToWall(startsAt, other);
  const endsAt = endsTime && wallToInstant(local.endsLocal, zone);
  const to = endsAt ? timeOf(instantToWall(endsAt, other)) : null;
  return { from: timeOf(from), to, shift: Math.sign(daysBetween(date, dateOf(from))) };
}
