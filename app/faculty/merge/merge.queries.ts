import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** The workshops in which either of these people is to teach, or was asked to. */
export async function listTeachingWorkshops(db: Reader, personIds: readonly Id<"person">[]): Promise<Id<"workshop">[]> {
  const staffed = await db
    .selectFrom("faculty")
    .innerJoin("sessionStaff", "sessionStaff.facultyId", "faculty.id")
    .innerJoin("session", "session.id", "sessionStaff.sessionId")
    .select("session.workshopId")
    .where("faculty.personId", "in", personIds)
    .execute();
  const asked = await db
    .selectFrom("faculty")
    .innerJoin("teachingRequest", "teachingRequest.facultyId", "faculty.id")
    .select("teachingRequest.workshopId")
    .where("faculty.personId", "in", personIds)
    .execute();
  return [...new Set([...staffed, ...asked].map(({ workshopId }) => workshopId))];
}
