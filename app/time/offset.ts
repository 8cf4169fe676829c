import { type Instant, minutesBetween } from "./instant.ts";
import type { WallTime } from "./wall-time.ts";

/** Minutes that a clock is ahead of UTC which shows `wall` at an instant. */
export const offsetMinutes = (at: Instant, wall: WallTime) =>
  minutesBetween(`${at.slice(0, 16)}:00.000Z` as Instant, `${wall}:00.000Z`);

/** UTC−6, UTC+9, UTC+5:30: written with a true minus. */
export function offsetText(at: Instant, wall: WallTime): string {
  const offset = offsetMinutes(at, wall);
  const hours = Math.trunc(Math.abs(offset) / 60);
  const minutes = Math.abs(offset) % 60;
  const sign = offset < 0 ? "−" : "+";
  return offset === 0 ? "UTC" : `UTC${sign}${hours}${minutes ? `:${String(minutes).padStart(2, "0")}` : ""}`;
}
