import type { ClockTime } from "#app/time/wall-time.ts";

/** Of ISO 8601: 1 is Monday. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];

/** From when until when a venue is open on a day of the week, by its clock; 24:00 is midnight. */
export type OpeningHours = { weekday: Weekday; opensTime: ClockTime; closesTime: ClockTime };

type DayTimes = { weekday: Weekday; from: ClockTime; until: ClockTime };

/**
 * Whether a venue is open from one time to another of a day.
 * @returns null where nobody has said when it is open
 */
export function isOpenFor(hours: readonly OpeningHours[], { weekday, from, until }: DayTimes): boolean | null {
  if (hours.length === 0) return null;
  const day = hours.find((one) => one.weekday === weekday);
  return day !== undefined && day.opensTime <= from && until <= day.closesTime;
}
