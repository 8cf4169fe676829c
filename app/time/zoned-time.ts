import { Temporal } from "temporal-polyfill";
import { type Instant, instantOf } from "./instant.ts";
import type { WallTime } from "./wall-time.ts";
import type { Zone } from "./zones.ts";

/**
 * The instant at which clocks in `zone` show `wall`.
 * An hour that happens twice (autumn) means its first time; one that never happens (spring) gives null.
 */
export function wallToInstant(wall: WallTime, zone: Zone): Instant | null {
  const local = parseWall(wall);
  if (!local) return null;
  const zoned = local.toZonedDateTime(zone, { disambiguation: "earlier" });
  if (!zoned.toPlainDateTime().equals(local)) return null;
  return instantOf(new Date(zoned.epochMilliseconds));
}

export const isWallTime = (value: string): value is WallTime => parseWall(value) !== null;

function parseWall(wall: string) {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall)) return null;
  try {
    return Temporal.PlainDateTime.from(wall, { overflow: "reject" });
  } catch {
    return null;
  }
}
