import fc from "fast-check";
import { expect, test } from "vitest";
import { doubleBookings } from "#app/desk/planner/clashes/double-bookings.rules.ts";
import { type Instant, plusMinutes } from "#app/time/instant.ts";
import { clash } from "#app/timetable/rules.ts";

const begin = "2026-11-23T15:00:00.000Z" as Instant;

const booking = fc
  .record({
    resourceId: fc.constantFrom("small", "large"),
    workshopId: fc.constantFrom("A", "B", "C"),
    from: fc.integer({ min: 0, max: 40 }),
    length: fc.integer({ min: 1, max: 10 }),
  })
  .map(({ from, length, ...whose }) => ({
    ...whose,
    startsAt: plusMinutes(begin, from * 15),
    endsAt: plusMinutes(begin, (from + length) * 15),
  }));

test("each resource that two workshops have at the same time is found once, and no other", () => {
  fc.assert(
    fc.property(fc.array(booking, { maxLength: 25 }), (all) => {
      const bookings = all.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
      const nameOf = (one: (typeof all)[number], other: (typeof all)[number]) =>
        [one.resourceId, ...[one.workshopId, other.workshopId].toSorted()].join(" ");
      const expected = new Set(
        bookings.flatMap((one) =>
          bookings
            .filter((other) => other.workshopId !== one.workshopId && other.resourceId === one.resourceId)
            .filter((other) => clash(one, other))
            .map((other) => nameOf(one, other)),
        ),
      );
      const found = doubleBookings(bookings);
      expect(found.map(([one, other]) => nameOf(one, other)).toSorted()).toEqual([...expected].toSorted());
      for (const [one, other] of found) expect(clash(one, other)).toBe(true);
    }),
  );
});
