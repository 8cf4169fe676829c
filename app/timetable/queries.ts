import type { Texts } from "#app/i18n/locales.ts";
import { type Instant, plusDays, plusMinutes } from "#app/time/instant.ts";
import { listPlaceNames } from "#app/venues/places.queries.ts";
import type { Reader } from "#db/database.ts";
import { asId, type Id } from "#db/id.ts";
import { type SessionPlace, usualPlace } from "./place.ts";
import { isToday } from "./rules.ts";
import { listVisits } from "./visits/visits.queries.ts";

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>["execute"]>>[number];
export type Session = Row & { title: Texts; place: SessionPlace };

/** The sessions of one or several workshops, by time. */
export async function listSessionsOf(db: Reader, workshopIds: Id<"workshop">[]): Promise<Session[]> {
  if (!workshopIds.length) return [];
  return whole(db, await rowsOf(db, workshopIds).execute());
}

/** The sessions of this day, as each venue counts days, of all workshops. */
export async function listSessionsOfToday(db: Reader, at: Instant): Promise<Session[]> {
  const around = await db
    .selectFrom("session")
    .selectAll()
    .where("startsAt", ">", plusMinutes(at, -longestDayMinutes))
    .where("startsAt", "<", plusMinutes(at, longestDayMinutes))
    .orderBy("startsAt")
    .orderBy("number")
    .execute();
  return whole(
    db,
    around.filter((session) => isToday(session, at)),
  );
}

/** On a day on which clocks are set back. */
const longestDayMinutes = 25 * 60;

/** The sessions of a workshop as calendars need them: those that were removed too, until their time has long passed. */
export async function listCalendarSessions(db: Reader, workshopId: Id<"workshop">, at: Instant) {
  const removed = await db
    .selectFrom("removedSession")
    .selectAll()
    .where("workshopId", "=", workshopId)
    .where("endsAt", ">", plusDays(at, -daysRemembered))
    .orderBy("startsAt")
    .execute();
  const standing = await listSessionsOf(db, [workshopId]);
  const visits = await listVisits(
    db,
    standing.map(({ id }) => id),
  );
  return [
    ...standing.map((session) => ({ ...session, visit: visits.get(session.id) ?? null, isRemoved: false })),
    ...removed.map(({ removedAt: _, ...session }) => ({
      ...session,
      id: asId<"session">(session.id),
      title: JSON.parse(session.title) as Texts,
      place: { ...usualPlace, ...(JSON.parse(session.place) as SessionPlace) },
      joinUrl: "",
      visit: null,
      isRemoved: true,
    })),
  ];
}

/** For calendars that are seldom brought up to date. */
const daysRemembered = 60;

export async function findSession(db: Reader, workshopId: Id<"workshop">, number: number): Promise<Session | null> {
  const rows = await db
    .selectFrom("session")
    .selectAll()
    .where("workshopId", "=", workshopId)
    .where("number", "=", number)
    .execute();
  const [session] = await whole(db, rows);
  return session ?? null;
}

/** Whether one of these ids belongs to a session of another workshop. */
export async function isAnyElsewhere(db: Reader, ids: Id<"session">[], workshopId: Id<"workshop">): Promise<boolean> {
  if (ids.length === 0) return false;
  const sessions = db.selectFrom("session").select("id").where("id", "in", ids);
  return (await sessions.where("workshopId", "<>", workshopId).executeTakeFirst()) !== undefined;
}

/** When the first session of a workshop begins and its last one ends; null where there are none. */
export async function findSpan(db: Reader, workshopId: Id<"workshop">) {
  const span = await db
    .selectFrom("session")
    .select(({ fn }) => [fn.min("startsAt").as("beginsAt"), fn.max("endsAt").as("endsAt")])
    .where("workshopId", "=", workshopId)
    .executeTakeFirstOrThrow();
  return { workshopId, ...span };
}

/** The next session of each workshop that has not ended yet, without its title. */
export async function listNextSessions(
  db: Reader,
  workshopIds: Id<"workshop">[],
  at: Instant,
): Promise<Map<Id<"workshop">, Row>> {
  if (!workshopIds.length) return new Map();
  const rows = await db
    .selectFrom("session")
    .selectAll()
    .where("session.workshopId", "in", workshopIds)
    .where("session.endsAt", ">", at)
    .where("session.startsAt", "=", ({ selectFrom }) =>
      selectFrom("session as coming")
        .select("coming.startsAt")
        .whereRef("coming.workshopId", "=", "session.workshopId")
        .where("coming.endsAt", ">", at)
        .orderBy("coming.startsAt")
        .limit(1),
    )
    .orderBy("number", "desc")
    .execute();
  return new Map(rows.map((session) => [session.workshopId, session]));
}

/** The n-th of an address; anything but a small whole number is no session. */
export const sessionNumber = (text: string | undefined) => (text && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 0);

const rowsOf = (db: Reader, workshopIds: Id<"workshop">[]) =>
  db.selectFrom("session").selectAll().where("workshopId", "in", workshopIds).orderBy("startsAt").orderBy("number");

/** With titles, and with the names of what they have booked. */
async function whole(db: Reader, rows: Row[]): Promise<Session[]> {
  if (!rows.length) return [];
  const titles = await db
    .selectFrom("sessionText")
    .select(["sessionId", "locale", "title"])
    .where(
      "sessionId",
      "in",
      rows.map(({ id }) => id),
    )
    .execute();
  const bySession = Map.groupBy(titles, ({ sessionId }) => sessionId);
  const places = await listSessionPlaces(db, rows);
  return rows.map((row) => ({
    ...row,
    title: Object.fromEntries((bySession.get(row.id) ?? []).map(({ locale, title }) => [locale, title])),
    place: places.get(row.id) ?? usualPlace,
  }));
}

/** Of those that have booked something. The venue is named where it is another than their workshop's. */
async function listSessionPlaces(db: Reader, rows: Row[]): Promise<Map<Id<"session">, SessionPlace>> {
  const booked = rows.filter(({ venueId }) => venueId !== null);
  if (!booked.length) return new Map();
  const names = await listPlaceNames(db, booked);
  const workshops = await db
    .selectFrom("workshop")
    .select(["id", "venueId"])
    .where("id", "in", [...new Set(booked.map(({ workshopId }) => workshopId))])
    .execute();
  const usual = new Map(workshops.map(({ id, venueId }) => [id, venueId]));
  return new Map(
    booked.map(({ id, workshopId, venueId, roomId }) => [
      id,
      {
        venue: venueId !== usual.get(workshopId) ? (names.venues.get(venueId as Id<"venue">) ?? null) : null,
        room: roomId ? (names.rooms.get(roomId) ?? null) : null,
      },
    ]),
  );
}
