import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** Who is in some sessions, by role and in the order in which they were named. */
export async function listStaff(db: Reader, sessionIds: readonly Id<"session">[]) {
  if (!sessionIds.length) return [];
  const rows = await staffRowsOf(db)
    .where("sessionStaff.sessionId", "in", [...sessionIds])
    .execute();
  return rows.sort((a, b) => order[a.role] - order[b.role] || a.position - b.position);
}

const order = { instructor: 0, interpreter: 1, companion: 2 } as const;

const staffRowsOf = (db: Reader) =>
  db
    .selectFrom("sessionStaff")
    .innerJoin("faculty", "faculty.id", "sessionStaff.facultyId")
    .innerJoin("person", "person.id", "faculty.personId")
    .select(["sessionStaff.sessionId", "sessionStaff.facultyId", "sessionStaff.role", "sessionStaff.position"])
    .select(["sessionStaff.state", "faculty.personId"])
    .select(["person.familyName", "person.givenName", "person.secondSurname", "person.nativeName", "person.latinName"])
    .select(["person.institutionId", "person.post", "person.country", "person.email"]);

export type SessionStaff = Awaited<ReturnType<typeof listStaff>>[number];

/** Where a member is in the sessions of one workshop, by time. */
export const listSessionsInWorkshop = (
  db: Reader,
  { workshopId, facultyId }: { workshopId: Id<"workshop">; facultyId: Id<"faculty"> },
) =>
  db
    .selectFrom("sessionStaff")
    .innerJoin("session", "session.id", "sessionStaff.sessionId")
    .select(["sessionStaff.sessionId", "sessionStaff.role", "sessionStaff.state", "session.startsAt", "session.endsAt"])
    .where("session.workshopId", "=", workshopId)
    .where("sessionStaff.facultyId", "=", facultyId)
    .orderBy("session.startsAt")
    .orderBy("session.number")
    .execute();

/** All sessions of some members, by time, with what they have said to each. */
export async function listSessionsOfMembers(db: Reader, facultyIds: readonly Id<"faculty">[]) {
  if (!facultyIds.length) return [];
  return db
    .selectFrom("sessionStaff")
    .innerJoin("session", "session.id", "sessionStaff.sessionId")
    .select(["sessionStaff.sessionId", "sessionStaff.facultyId", "sessionStaff.role", "sessionStaff.state"])
    .select(["session.workshopId", "session.startsAt", "session.endsAt"])
    .where("sessionStaff.facultyId", "in", [...facultyIds])
    .orderBy("session.startsAt")
    .orderBy("session.id")
    .execute();
}

/** The requests of a workshop, by member. */
export async function listRequestsOf(db: Reader, workshopId: Id<"workshop">) {
  const rows = await db.selectFrom("teachingRequest").selectAll().where("workshopId", "=", workshopId).execute();
  return new Map(rows.map((request) => [request.facultyId, request]));
}

/** Who is in some sessions, as it is stored. */
export async function listStaffRows(db: Reader, sessionIds: readonly Id<"session">[]) {
  if (!sessionIds.length) return [];
  return db
    .selectFrom("sessionStaff")
    .selectAll()
    .where("sessionId", "in", [...sessionIds])
    .execute();
}
