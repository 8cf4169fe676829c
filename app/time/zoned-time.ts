import { type Instant, instantOf } from "./instant.ts";
import { dateOf, instantToWall, isLocalDate, type LocalDate, type WallTime } from "./wall-time.ts";
import type { Zone } from "./zones.ts";

const dayMs = 86_400_000;

/** Which of two hours is meant where clocks go back, and show one twice. */
export const repeatedHours = ["first", "second"] as const;
export type RepeatedHour = (typeof repeatedHours)[number];

/**
 * The instants at which clocks in `zone` show `wall`: none in an hour that spring skips, two in one that autumn
 * repeats.
 * It asks `Intl` alone, as browsers do too.
 */
export function instantsOf(wall: WallTime, zone: Zone): Instant[] {
  if (!isWallTime(wall)) return [];
  const shown = asIfUtc(wall);
  // clocks change at most once in two days: what holds a day before, or what holds a day after, holds now
  const held = new Set([-dayMs, dayMs].map((apart) => instantOf(new Date(shown - aheadMs(shown + apart, zone)))));
  return [...held].filter((at) => instantToWall(at, zone) === wall).toSorted();
}

/** The same where one is wanted: the first of two unless the second is meant; null in an hour that never happens. */
export function wallToInstant(wall: WallTime, zone: Zone, hour: RepeatedHour | null = null): Instant | null {
  const instants = instantsOf(wall, zone);
  return (hour === "second" ? instants.at(-1) : instants[0]) ?? null;
}

/** When a day begins: clocks that skip midnight begin it an hour later. */
export const dayBegins = (day: LocalDate, zone: Zone): Instant =>
  wallToInstant(`${day}T00:00`, zone) ?? (wallToInstant(`${day}T01:00`, zone) as Instant);

/** Whether clocks show this twice. */
export const comesTwice = (wall: WallTime, zone: Zone) => instantsOf(wall, zone).length > 1;

/** Which of two hours an instant is in; null where clocks show its hour once. */
export function repeatedHourOf(at: Instant, wall: WallTime, zone: Zone): RepeatedHour | null {
  const [first, second] = instantsOf(wall, zone);
  if (second === undefined) return null;
  return at === first ? "first" : "second";
}

/** By how much clocks in `zone` are ahead of UTC. */
function aheadMs(epochMs: number, zone: Zone): number {
  return asIfUtc(instantToWall(instantOf(new Date(epochMs)), zone)) - epochMs;
}

const asIfUtc = (wall: WallTime) => Date.parse(`${wall}:00Z`);

export const isWallTime = (value: string): value is WallTime =>
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(value) && isLocalDate(dateOf(value as WallTime));
