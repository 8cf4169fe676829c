import { mostReminders } from "#app/faculty/rules.ts";
import { listSessionsInWorkshop } from "#app/faculty/staff/staff.queries.ts";
import { hashToken } from "#app/sessions/token.ts";
import { type Instant, plusDays, plusMinutes } from "#app/time/instant.ts";
import { listSessionsOf, type Session } from "#app/timetable/queries.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

const requests = (db: Reader) =>
  db
    .selectFrom("teachingRequest")
    .innerJoin("faculty", "faculty.id", "teachingRequest.facultyId")
    .innerJoin("workshop", "workshop.id", "teachingRequest.workshopId")
    .selectAll("teachingRequest")
    .select(["faculty.personId", "workshop.programmeId"]);

export async function findRequest(db: Reader, id: Id<"teachingRequest">) {
  return (await requests(db).where("teachingRequest.id", "=", id).executeTakeFirst()) ?? null;
}
export type TeachingRequest = NonNullable<Awaited<ReturnType<typeof findRequest>>>;

/** Days after a workshop's last one on which a link still shows what it was about. */
export const linkDays = 30;

/** What a link opens; null where there is no such link, or its workshop was over long ago. */
export async function findRequestByToken(db: Reader, token: string, at: Instant): Promise<TeachingRequest | null> {
  const request = await requests(db)
    .innerJoin("teachingLink", "teachingLink.requestId", "teachingRequest.id")
    .where("teachingLink.tokenHash", "=", hashToken(token))
    .where("workshop.endsOn", ">=", plusDays(at, -linkDays).slice(0, 10) as `${number}-${number}-${number}`)
    .executeTakeFirst();
  return request ?? null;
}

/** Somebody's own requests, those that wait for an answer first. */
export const listRequestsOfPerson = (db: Reader, personId: Id<"person">) =>
  requests(db).where("faculty.personId", "=", personId).orderBy("teachingRequest.askedAt", "desc").execute();

export type RequestedSession = Session & {
  role: Awaited<ReturnType<typeof listSessionsInWorkshop>>[number]["role"];
  state: Awaited<ReturnType<typeof listSessionsInWorkshop>>[number]["state"];
};

/** The workshop of a request, and the sessions that it is about: what is only proposed is not told yet. */
export async function findRequested(db: Reader, { workshopId, facultyId }: TeachingRequest) {
  const [workshop] = await listWorkshopsById(db, [workshopId]);
  if (!workshop) return null;
  const staff = new Map(
    (await listSessionsInWorkshop(db, { workshopId, facultyId })).map((row) => [row.sessionId, row]),
  );
  const sessions = (await listSessionsOf(db, [workshopId])).flatMap((session): RequestedSession[] => {
    const own = staff.get(session.id);
    return own && own.state !== "proposed" ? [{ ...session, role: own.role, state: own.state }] : [];
  });
  return { workshop, sessions };
}

/** Open requests of which somebody has not answered all: few at a time, however many there are. */
export const listWaitingRequests = (db: Reader, at: Instant) =>
  requests(db)
    .where("teachingRequest.closedAt", "is", null)
    .where("teachingRequest.reminders", "<", mostReminders)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("sessionStaff")
          .innerJoin("session", "session.id", "sessionStaff.sessionId")
          .select("sessionStaff.sessionId")
          .whereRef("sessionStaff.facultyId", "=", "teachingRequest.facultyId")
          .whereRef("session.workshopId", "=", "teachingRequest.workshopId")
          .where("sessionStaff.state", "=", "asked")
          .where("session.startsAt", ">", at),
      ),
    )
    .execute();

/** Minutes in which a timetable rests before its changes are told. */
const quietMinutes = 8;

/** Open requests whose workshop has changed since they were told of it, and then rested; or was cancelled. */
export const listChangedRequests = (db: Reader, at: Instant) =>
  requests(db)
    .where("teachingRequest.closedAt", "is", null)
    .whereRef("workshop.changedAt", ">", "teachingRequest.toldAt")
    .where("workshop.changedAt", "<=", plusMinutes(at, -quietMinutes))
    .execute();

/** Whether anybody whom a workshop asks to teach has been told of the plan since an instant. */
export const isAnyTeacherToldSince = async (db: Reader, workshopId: Id<"workshop">, since: Instant): Promise<boolean> =>
  (await db
    .selectFrom("teachingRequest")
    .select("id")
    .where("workshopId", "=", workshopId)
    .where("closedAt", "is", null)
    .where("toldAt", ">", since)
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** How many people who know of their sessions a change of the plan reaches. */
export async function countTeachersToTell(db: Reader, workshopId: Id<"workshop">): Promise<number> {
  const { count } = await db
    .selectFrom("teachingRequest")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("workshopId", "=", workshopId)
    .where("closedAt", "is", null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Requests whose role may have to be given or taken back. */
export const listUnsettledRequests = (db: Reader) =>
  requests(db)
    .leftJoin("account", "account.personId", "faculty.personId")
    .where((eb) => {
      const accepted = eb.exists(
        eb
          .selectFrom("sessionStaff")
          .innerJoin("session", "session.id", "sessionStaff.sessionId")
          .select("sessionStaff.sessionId")
          .whereRef("sessionStaff.facultyId", "=", "teachingRequest.facultyId")
          .whereRef("session.workshopId", "=", "teachingRequest.workshopId")
          .where("sessionStaff.state", "=", "accepted"),
      );
      return eb.or([
        eb.and([eb("teachingRequest.grantedAt", "is", null), eb("account.id", "is not", null), accepted]),
        eb.and([eb("teachingRequest.grantedAt", "is not", null), eb.not(accepted)]),
      ]);
    })
    .execute();
