import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { instantOf } from "#app/time/instant.ts";
import { instantToWall, type WallTime } from "#app/time/wall-time.ts";
import { comesTwice, instantsOf, repeatedHourOf, wallToInstant } from "#app/time/zoned-time.ts";
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

/** Any minute from 2015 to 2035; half of them within the two days around a change of some clock. */
const [first, last] = [Date.UTC(2015, 0, 1), Date.UTC(2036, 0, 1)];
const minutes = fc.integer({ min: first / 60_000, max: last / 60_000 - 1 });
const changesOf = (zone: Zone): number[] => {
  const changes: number[] = [];
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(first).toZonedDateTimeISO(zone);
  for (at = at.getTimeZoneTransition("next"); at && at.epochMilliseconds < last; at = at.getTimeZoneTransition("next"))
    changes.push(at.epochMilliseconds / 60_000);
  return changes;
};
const around = (zone: Zone) => {
  const changes = changesOf(zone);
  if (changes.length === 0) return minutes;
  const near = fc.tuple(fc.constantFrom(...changes), fc.integer({ min: -1440, max: 1440 })).map(([at, by]) => at + by);
  return fc.oneof(minutes, near);
};

test.each(zones)(
  "%s: 2015 to 2035, an instant is among those of what the clock shows then, and there again",
  (zone) => {
    fc.assert(
      fc.property(around(zone), (minute) => {
        const at = instantOf(new Date(minute * 60_000));
        const wall = instantToWall(at, zone);
        const instants = instantsOf(wall, zone);
        expect(instants).toContain(at);
        expect(instants.length).toBeLessThanOrEqual(2);
        for (const one of instants) expect(instantToWall(one, zone)).toBe(wall);
        expect(wallToInstant(wall, zone, repeatedHourOf(at, wall, zone))).toBe(at);
      }),
      { numRuns: 2_000 },
    );
  },
);

test.each(zones)("%s: 2015 to 2035, a time on the wall comes as often as the calendar of the standard says", (zone) => {
  fc.assert(
    fc.property(around(zone), (minute) => {
      const wall = new Date(minute * 60_000).toISOString().slice(0, 16) as WallTime;
      const local = Temporal.PlainDateTime.from(wall);
      const known = (["earlier", "later"] as const)
        .map((disambiguation) => local.toZonedDateTime(zone, { disambiguation }))
        .filter((zoned) => zoned.toPlainDateTime().equals(local))
        .map(({ epochMilliseconds }) => new Date(epochMilliseconds).toISOString());
      expect([wall, ...instantsOf(wall, zone)]).toEqual([wall, ...new Set(known)]);
      expect(comesTwice(wall, zone)).toBe(new Set(known).size === 2);
    }),
    { numRuns: 1_000 },
  );
});
