import { type Instant, instantOf } from "./instant.ts";
import { dateOf, instantToWall, isLocalDate, type WallTime } from "./wall-time.ts";
import type { Zone } from "./zones.ts";

const dayMs = 86_400_000;

/**
 * The instant at which clocks in `zone` show `wall`.
 * An hour that happens twice (autumn) means its first time; one that never happens (spring) gives null.
 * It asks `Intl` alone, as browsers do too.
 */
export function wallToInstant(wall: WallTime, zone: Zone): Instant | null {
  if (!isWallTime(wall)) return null;
  const shown = asIfUtc(wall);
  // clocks change at most once in two days: what holds a day before, or what holds a day after, holds now
  const held = [-dayMs, dayMs].map((apart) => instantOf(new Date(shown - aheadMs(shown + apart, zone))));
  return held.toSorted().find((at) => instantToWall(at, zone) === wall) ?? null;
}

/** By how much clocks in `zone` are ahead of UTC. */
function aheadMs(epochMs: number, zone: Zone): number {
  return asIfUtc(instantToWall(instantOf(new Date(epochMs)), zone)) - epochMs;
}

const asIfUtc = (wall: WallTime) => Date.parse(`${wall}:00Z`);

export const isWallTime = (value: string): value is WallTime =>
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(value) && isLocalDate(dateOf(value as WallTime));
