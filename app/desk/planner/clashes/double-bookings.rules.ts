import { clash, type Span } from "#app/timetable/rules.ts";

/** What nobody else can have meanwhile, such as a room, and the workshop that has it. */
type Booked = Span & { resourceId: string; workshopId: string };

/**
 * What two workshops have at the same time: of each resource and each two workshops one pair of bookings.
 * @param bookings by their beginning
 */
export function doubleBookings<Booking extends Booked>(bookings: readonly Booking[]): [Booking, Booking][] {
  const found = new Map<string, [Booking, Booking]>();
  for (const own of Map.groupBy(bookings, ({ resourceId }) => resourceId).values()) {
    let before: Booking[] = [];
    for (const booking of own) {
      before = before.filter((earlier) => clash(earlier, booking));
      for (const earlier of before)
        if (earlier.workshopId !== booking.workshopId) {
          const pair = [earlier.workshopId, booking.workshopId].toSorted();
          const name = [booking.resourceId, ...pair].join(" ");
          if (!found.has(name)) found.set(name, [earlier, booking]);
        }
      before.push(booking);
    }
  }
  return [...found.values()];
}
