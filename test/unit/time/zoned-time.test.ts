import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import type { WallTime } from "#app/time/wall-time.ts";
import { wallToInstant } from "#app/time/zoned-time.ts";
import { type Zone, zones } from "#app/time/zones.ts";

/** The same question to the calendar of the standard. */
function byTemporal(wall: WallTime, zone: Zone): string | null {
  const local = Temporal.PlainDateTime.from(wall);
  const zoned = local.toZonedDateTime(zone, { disambiguation: "earlier" });
  return zoned.toPlainDateTime().equals(local) ? new Date(zoned.epochMilliseconds).toISOString() : null;
}

/** Every day of some months around the changes of clocks, and each quarter of an hour of it. */
function* quarters(year: number): Generator<WallTime> {
  for (const month of [3, 4, 10, 11])
    for (let day = 1; day <= 14; day++)
      for (let quarter = 0; quarter < 24; quarter++) {
        const [hour, minute] = [Math.floor(quarter / 4), (quarter % 4) * 15];
        yield `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}` as WallTime;
      }
}

const two = (value: number) => String(value).padStart(2, "0");

test.each(zones)("%s: a clock on the wall is the instant that the calendar of the standard knows", (zone) => {
  for (const year of [2015, 2022, 2023, 2026, 2031])
    for (const wall of quarters(year))
      expect([wall, wallToInstant(wall, zone)]).toEqual([wall, byTemporal(wall, zone)]);
});
