import { expect, test } from "vitest";
import { feedCalendar } from "#app/enrolment/feed/feed-calendar.ts";
import { releaseMember } from "#app/faculty/requests/asking.commands.ts";
import { plusDays } from "#app/time/instant.ts";
import { clearRevokedFeeds, makeFeed, revokeFeed } from "#app/timetable/feed/feed.commands.ts";
import { findFeedOwner, findOwnFeed } from "#app/timetable/feed/feed.queries.ts";
import type { Database } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { addEnrolment } from "#test/support/world.ts";
import { answer, ask, at, proposed } from "./teaching.ts";

const later = plusDays(at, 2);

/** Unfolded lines of a calendar, event by event. */
const eventsIn = (text: string) =>
  text
    .replace(/\r\n[ \t]/g, "")
    .split("BEGIN:VEVENT")
    .slice(1)
    .map((event) => Object.fromEntries(event.split("\r\n").map((line) => line.split(/[:;](.*)/s).slice(0, 2))));

const calendarOf = async (database: Database, token: string) => {
  const owner = await findFeedOwner(database.read, token);
  if (!owner) throw new Error("nobody's");
  return feedCalendar(database.read, owner, { appUrl: "https://puente.example", at: later });
};

describeDatabases("a secret calendar", (open) => {
  test("has the sessions that somebody has accepted, and takes back those that are theirs no more", async () => {
    const database = await open();
    const { personId, workshopId, facultyId, by } = await proposed(database);
    const token = await database.transact((trx) => makeFeed(trx, personId, by));
    await ask(database);
    expect(eventsIn(await calendarOf(database, token))).toEqual([]);
    await answer(database, [1, 2]);
    const before = eventsIn(await calendarOf(database, token));
    expect(before.map(({ STATUS }) => STATUS)).toEqual([undefined, undefined]);
    await database.transact((trx) => releaseMember(trx, { workshopId, facultyId }, { ...by, at: later }));
    const after = eventsIn(await calendarOf(database, token));
    expect(after.map(({ UID, STATUS }) => [UID, STATUS])).toEqual(before.map(({ UID }) => [UID, "CANCELLED"]));
    for (const [index, { SEQUENCE }] of after.entries())
      expect(Number(SEQUENCE)).toBeGreaterThan(Number(before[index]?.SEQUENCE));
  });

  test("has the workshops in which somebody holds a seat, and nobody else's", async () => {
    const database = await open();
    const { workshopId, personId, by } = await proposed(database, { numbers: [] });
    await addEnrolment(database, { workshopId, personId, state: "confirmed" });
    const token = await database.transact((trx) => makeFeed(trx, personId, by));
    const text = await calendarOf(database, token);
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
    expect(eventsIn(text)).toHaveLength(5);
    expect(new Set(eventsIn(text).map(({ UID }) => UID)).size).toBe(5);
  });

  test("is opened by its latest address alone, until that is revoked", async () => {
    const database = await open();
    const { personId, by } = await proposed(database);
    const first = await database.transact((trx) => makeFeed(trx, personId, by));
    const second = await database.transact((trx) => makeFeed(trx, personId, by));
    expect(await findFeedOwner(database.read, first)).toBeNull();
    expect((await findFeedOwner(database.read, second))?.personId).toBe(personId);
    await database.transact((trx) => revokeFeed(trx, personId, by));
    await database.transact((trx) => revokeFeed(trx, personId, by));
    expect([await findFeedOwner(database.read, second), await findOwnFeed(database.read, personId)]).toEqual([
      null,
      null,
    ]);
    expect(await database.transact((trx) => clearRevokedFeeds(trx, plusDays(at, 31), 10))).toBe(2);
    const stored = await database.read.selectFrom("calendarFeed").select("tokenHash").execute();
    expect(stored).toEqual([]);
  });
});
