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

/** What is known of the venues and days of some sessions, and of the seats that their workshops share. */
export async function findSurroundings(db: Reader, sessions: readonly PlacedSession[]): Promise<Surroundings> {
  const hours = await listHoursOf(db, [...new Set(sessions.flatMap(({ venueId }) => venueId ?? []))]);
  const absences = await listAbsencesOfStaff(db, sessions);
  const shared = await listSharedSeats(db, [...new Set(sessions.map(({ workshopId }) => workshopId))]);
  return {
    hours,
    holidaysOn: (country, on) => listHolidays(country, on, on)[0] ?? null,
    isAbsent: (personId, on) => absenceOn(absences.get(personId) ?? [], on) !== undefined,
    sharedSeats: (workshopId, otherId) => shared.get(`${workshopId} ${otherId}`) ?? 0,
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

/** How many people have a seat in both of two workshops, by their ids in order. */
async function listSharedSeats(db: Reader, workshopIds: Id<"workshop">[]): Promise<Map<string, number>> {
  if (workshopIds.length < 2) return new Map();
  const rows = await db
    .selectFrom("enrolment as one")
    .innerJoin("enrolment as other", (join) =>
      join.onRef("other.personId", "=", "one.personId").onRef("other.workshopId", ">", "one.workshopId"),
    )
    .select(["one.workshopId", "other.workshopId as otherId", ({ fn }) => fn.countAll<number>().as("people")])
    .where("one.workshopId", "in", workshopIds)
    .where("other.workshopId", "in", workshopIds)
    .where("one.state", "in", [...seatedStates])
    .where("other.state", "in", [...seatedStates])
    .groupBy(["one.workshopId", "other.workshopId"])
    .execute();
  return new Map(rows.map(({ workshopId, otherId, people }) => [`${workshopId} ${otherId}`, Number(people)]));
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
