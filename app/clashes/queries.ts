import { seatedStates } from "#app/enrolment/rules.ts";
import { listAbsencesOfPeople } from "#app/faculty/queries.ts";
import { absenceOn, isPlanned } from "#app/faculty/rules.ts";
import { listStaff } from "#app/faculty/staff/staff.queries.ts";
import { listHolidays } from "#app/time/holidays/list-holidays.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import { dateOf } from "#app/time/wall-time.ts";
import type { OpeningHours } from "#app/venues/rules.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { BookedSession, Surroundings } from "./rules.ts";

/** A session with what is needed to name it. */
export type PlacedSession = BookedSession & {
  id: Id<"session">;
  number: number;
  workshopId: Id<"workshop">;
  programmeId: Id<"programme">;
  code: string;
};

type Between = { from: Instant; until: Instant };

/** All sessions that are held between two instants, of workshops that nobody has completed or cancelled. */
export async function listPlacedSessions(db: Reader, { from, until }: Between): Promise<PlacedSession[]> {
  const rows = await db
    .selectFrom("session")
    .innerJoin("workshop", "workshop.id", "session.workshopId")
    .leftJoin("venue", "venue.id", "session.venueId")
    .select([
      ...(["session.id", "session.number", "session.workshopId", "session.kind", "session.interpretation"] as const),
      ...(["session.startsLocal", "session.endsLocal", "session.zone", "session.startsAt", "session.endsAt"] as const),
      ...(["session.venueId", "session.roomId", "venue.country as venueCountry"] as const),
      ...(["workshop.code", "workshop.programmeId", "workshop.country", "workshop.venueId as usualVenueId"] as const),
    ])
    // the longest session lasts less than a day
    .where("session.startsAt", ">", plusDays(from, -1))
    .where("session.startsAt", "<", until)
    .where("session.endsAt", ">", from)
    .where("workshop.state", "not in", ["completed", "cancelled"])
    .orderBy("session.startsAt")
    .orderBy("session.id")
    .execute();
  const staff = await listStaff(
    db,
    rows.map(({ id }) => id),
  );
  const coming = Map.groupBy(staff.filter(isPlanned), ({ sessionId }) => sessionId);
  return rows.map(({ venueCountry, usualVenueId, country, venueId, ...row }) => ({
    ...row,
    country: venueCountry ?? country,
    venueId: venueId ?? usualVenueId,
    staff: coming.get(row.id) ?? [],
  }));
}

/**
 * From an instant on, the first sessions of all, with the seats of their workshops: what it takes to look at them.
 * @param most at most so many
 */
export async function listComing(db: Reader, { from, until }: Between, most: number) {
  return db
    .selectFrom("session")
    .innerJoin("workshop", "workshop.id", "session.workshopId")
    .select(["session.startsAt", "session.workshopId", "workshop.seatsTaken as seats"])
    .where("session.startsAt", ">=", from)
    .where("session.startsAt", "<", until)
    .where("workshop.state", "not in", ["completed", "cancelled"])
    .orderBy("session.startsAt")
    .limit(most)
    .execute();
}

/**
 * What is known of the venues and days of some sessions, and of the seats that their workshops share.
 * @param only the sessions whose clashes are sought; of all where it is left out
 */
export async function findSurroundings(
  db: Reader,
  sessions: readonly PlacedSession[],
  only?: ReadonlySet<string>,
): Promise<Surroundings> {
  const hours = await listHoursOf(db, [...new Set(sessions.flatMap(({ venueId }) => venueId ?? []))]);
  const absences = await listAbsencesOfStaff(db, sessions);
  const workshopsOf = (some: readonly PlacedSession[]) => [...new Set(some.map(({ workshopId }) => workshopId))];
  const workshopIds = workshopsOf(sessions);
  const sharedSeats = only
    ? await findSeatsSharedWith(db, workshopsOf(sessions.filter(({ id }) => only.has(id))), workshopIds)
    : await findSharedSeats(db, workshopIds);
  return {
    hours,
    holidaysOn: (country, on) => listHolidays(country, on, on)[0] ?? null,
    isAbsent: (personId, on) => absenceOn(absences.get(personId) ?? [], on) !== undefined,
    sharedSeats,
  };
}

/** When those who are in some sessions are not available, by person. */
async function listAbsencesOfStaff(db: Reader, sessions: readonly PlacedSession[]) {
  const personIds = [...new Set(sessions.flatMap(({ staff }) => staff.map(({ personId }) => personId)))];
  const from = sessions.map(({ startsLocal }) => dateOf(startsLocal)).toSorted()[0];
  const absences = from ? await listAbsencesOfPeople(db, personIds as Id<"person">[], from) : [];
  return Map.groupBy(absences, ({ personId }) => personId as string);
}

async function listHoursOf(db: Reader, venueIds: string[]): Promise<Map<string, OpeningHours[]>> {
  if (!venueIds.length) return new Map();
  const rows = (await db
    .selectFrom("venueHours")
    .select(["venueId", "weekday", "opensTime", "closesTime"])
    .where("venueId", "in", venueIds as Id<"venue">[])
    .execute()) as (OpeningHours & { venueId: string })[];
  return Map.groupBy(rows, ({ venueId }) => venueId);
}

type SharedSeats = Surroundings["sharedSeats"];

/** How many people have a seat in two of some workshops: all seats are read once, and compared where it is asked. */
async function findSharedSeats(db: Reader, workshopIds: Id<"workshop">[]): Promise<SharedSeats> {
  if (workshopIds.length < 2) return () => 0;
  const seats = await db
    .selectFrom("enrolment")
    .select(["workshopId", "personId"])
    .where("workshopId", "in", workshopIds)
    .where("state", "in", [...seatedStates])
    .execute();
  const people = new Map(
    [...Map.groupBy(seats, ({ workshopId }) => workshopId as string)].map(([workshopId, own]) => [
      workshopId,
      new Set(own.map(({ personId }) => personId)),
    ]),
  );
  const counted = new Map<string, number>();
  return (workshopId, otherId) => {
    const pair = `${workshopId} ${otherId}`;
    const known = counted.get(pair);
    if (known !== undefined) return known;
    const [one, other] = [people.get(workshopId), people.get(otherId)];
    const count = one && other ? one.intersection(other).size : 0;
    counted.set(pair, count);
    return count;
  };
}

/** The same of a few workshops beside others: only the other seats of their people are looked up. */
async function findSeatsSharedWith(db: Reader, few: Id<"workshop">[], others: Id<"workshop">[]): Promise<SharedSeats> {
  if (!few.length || others.length < 2) return () => 0;
  const rows = await db
    .selectFrom("enrolment as one")
    .innerJoin("enrolment as other", (join) =>
      join.onRef("other.personId", "=", "one.personId").onRef("other.workshopId", "<>", "one.workshopId"),
    )
    .select(["one.workshopId", "other.workshopId as otherId", ({ fn }) => fn.countAll<number>().as("people")])
    .where("one.workshopId", "in", few)
    .where("other.workshopId", "in", others)
    .where("one.state", "in", [...seatedStates])
    .where("other.state", "in", [...seatedStates])
    .groupBy(["one.workshopId", "other.workshopId"])
    .execute();
  const people = new Map(rows.map((row) => [[row.workshopId, row.otherId].toSorted().join(" "), row.people]));
  return (workshopId, otherId) => people.get(`${workshopId} ${otherId}`) ?? 0;
}

/** By its key, why each clash of some sessions may stand. */
export async function listOverrides(
  db: Reader,
  sessionIds: Id<"session">[],
): Promise<Map<string, { reason: string; decidedAt: Instant }>> {
  if (!sessionIds.length) return new Map();
  const rows = await db
    .selectFrom("clashOverride")
    .select(["clashKey", "reason", "decidedAt"])
    .where("sessionId", "in", sessionIds)
    .execute();
  return new Map(rows.map(({ clashKey, ...override }) => [clashKey, override]));
}

/** The day before a session and the day after it hold all that can be in its way. */
export function aroundOf(sessions: readonly { startsAt: Instant; endsAt: Instant }[]): Between | null {
  const [first] = sessions.map(({ startsAt }) => startsAt).toSorted();
  const last = sessions
    .map(({ endsAt }) => endsAt)
    .toSorted()
    .at(-1);
  return first && last ? { from: plusDays(first, -1), until: plusDays(last, 1) } : null;
}

/** Why clashes of some sessions may stand, as it is stored. */
export async function listOverrideRows(db: Reader, sessionIds: readonly Id<"session">[]) {
  if (!sessionIds.length) return [];
  return db
    .selectFrom("clashOverride")
    .selectAll()
    .where("sessionId", "in", [...sessionIds])
    .execute();
}
