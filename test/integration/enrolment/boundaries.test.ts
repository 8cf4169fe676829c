import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { loader as workshopPage } from "#app/catalogue/workshop.route.tsx";
import { enrol, withdraw } from "#app/enrolment/commands.ts";
import { moveUp } from "#app/enrolment/seats.commands.ts";
import type { Instant } from "#app/time/instant.ts";
import { dateOf, type WallTime } from "#app/time/wall-time.ts";
import { wallToInstant } from "#app/time/zoned-time.ts";
import type { Zone } from "#app/time/zones.ts";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop } from "#test/support/world.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

const early = "2026-10-01T12:00:00.000Z" as const;

/** Venues with one session, and what clocks there show just before it, as it begins and as it ends. */
const venues: [name: string, zone: Zone, before: WallTime, begins: WallTime, ends: WallTime][] = [
  ["a morning in Tokyo", "Asia/Tokyo", "2026-11-26T08:59", "2026-11-26T09:00", "2026-11-26T12:00"],
  ["an evening in Tokyo", "Asia/Tokyo", "2026-11-26T20:16", "2026-11-26T22:00", "2026-11-26T23:30"],
  ["a night in Mexico City", "America/Mexico_City", "2026-11-26T21:59", "2026-11-26T22:00", "2026-11-27T01:00"],
  ["the night of the change in Tijuana", "America/Tijuana", "2026-11-01T00:10", "2026-11-01T00:30", "2026-11-01T03:00"],
];

/** One seat, one who has it, and two who wait. */
async function setUp(database: Database, [, zone, , begins, ends]: (typeof venues)[number]) {
  const workshopId = await addWorkshop(database, { code: "MJ-1", capacity: 1 });
  const at = (wall: WallTime) => wallToInstant(wall, zone) as Instant;
  const days = { startsOn: dateOf(begins), endsOn: dateOf(begins) };
  await database.transact((trx) =>
    trx
      .updateTable("workshop")
      .set({ zone, ...days, beginsAt: at(begins), endsAt: at(ends) })
      .execute(),
  );
  const people = [];
  for (let i = 0; i < 4; i += 1) people.push(await addAccount(database, { grants: ["official"], passwordHash: null }));
  const [seated, first, second, late] = people as [Person, Person, Person, Person];
  const asking = (person: Person, when: Instant) =>
    database.transact((trx) => enrol(trx, { ...person, workshopId }, { ...person, at: when }));
  for (const person of [seated, first, second]) await asking(person, early);
  return {
    ...{ at, seated, first, second, late, asking },
    leaving: (person: Person, when: Instant) =>
      database.transact((trx) => withdraw(trx, { ...person, workshopId }, { ...person, at: when })),
    growing: async (when: Instant) => {
      await database.transact((trx) => trx.updateTable("workshop").set({ capacity: 2 }).execute());
      return database.transact((trx) => moveUp(trx, workshopId, when));
    },
    page: async (person: Person, when: Instant) => {
      vi.setSystemTime(new Date(when));
      const cookie = await cookieFor(database, person.accountId, when);
      return (await knock(workshopPage, { database, cookie, path: "/es/workshops/MJ-1" })).data;
    },
  };
}
type Person = Awaited<ReturnType<typeof addAccount>>;

describeDatabases("the boundary of a workshop", (open) => {
  test.each(venues)("%s: until it begins people come, go and move up", async (...venue) => {
    const { at, first, second, late, asking, leaving, growing, page } = await setUp(await open(), venue);
    const before = at(venue[2]);
    expect((await page(late, before)).refusal).toBeNull();
    expect(await asking(late, before)).toEqual({ status: "reserve", rank: 3 });
    expect(await leaving(first, before)).toEqual({ status: "withdrawn", movedUp: 0 });
    expect(await growing(before)).toBe(1);
    expect((await page(second, before)).enrolment).toMatchObject({ state: "confirmed", stays: null });
  });

  test.each(venues)("%s: from then on seats stay where they are, and whoever waits may leave", async (...venue) => {
    const { at, seated, first, second, late, asking, leaving, growing, page } = await setUp(await open(), venue);
    const begins = at(venue[3]);
    expect(await asking(late, begins)).toEqual({ status: "refused", because: "begun" });
    expect((await page(late, begins)).workshop.seatView).toBe("begun");
    expect(await leaving(seated, begins)).toEqual({ status: "refused", because: "tooLate" });
    expect(await growing(begins)).toBe(0);
    // the page promises no letter that will never come
    expect((await page(second, begins)).enrolment).toMatchObject({ state: "reserve", stillComing: false, stays: null });
    expect(await leaving(first, begins)).toEqual({ status: "withdrawn", movedUp: 0 });
  });

  test.each(venues)("%s: once it is over nobody comes or goes", async (...venue) => {
    const { at, seated, first, late, asking, leaving, growing } = await setUp(await open(), venue);
    const ends = at(venue[4]);
    expect(await asking(late, ends)).toEqual({ status: "refused", because: "begun" });
    for (const person of [seated, first])
      expect(await leaving(person, ends)).toEqual({ status: "refused", because: "over" });
    expect(await growing(ends)).toBe(0);
  });
});
