import type { Owner } from "#app/access/actor.ts";
import type { Reader } from "#db/database.ts";

/** What is kept of somebody as one who teaches: as what, when not, in which sessions, and what they were asked. */
export const findOwnData = async (db: Reader, owner: Owner) => ({
  faculty: await listOwnEntries(db, owner),
  facultyLanguages: await listOwnLanguages(db, owner),
  facultyAbsences: await listOwnAbsences(db, owner),
  taughtSessions: await listOwnSessions(db, owner),
  teachingRequests: await listOwnRequests(db, owner),
});

const listOwnEntries = (db: Reader, { personId }: Owner) =>
  db
    .selectFrom("faculty")
    .select(["isInstructor", "isInterpreter", "isCompanion", "note", "createdAt", "archivedAt"])
    .where("personId", "=", personId)
    .orderBy("createdAt")
    .execute();

const listOwnLanguages = (db: Reader, { personId }: Owner) =>
  db
    .selectFrom("facultyLanguage")
    .innerJoin("faculty", "faculty.id", "facultyLanguage.facultyId")
    .select("facultyLanguage.language")
    .where("faculty.personId", "=", personId)
    .orderBy("facultyLanguage.language")
    .execute();

const listOwnAbsences = (db: Reader, { personId }: Owner) =>
  db
    .selectFrom("facultyAbsence")
    .innerJoin("faculty", "faculty.id", "facultyAbsence.facultyId")
    .select(["facultyAbsence.startsOn", "facultyAbsence.endsOn", "facultyAbsence.note"])
    .where("faculty.personId", "=", personId)
    .orderBy("facultyAbsence.startsOn")
    .execute();

const listOwnSessions = (db: Reader, { personId }: Owner) =>
  db
    .selectFrom("sessionStaff")
    .innerJoin("faculty", "faculty.id", "sessionStaff.facultyId")
    .innerJoin("session", "session.id", "sessionStaff.sessionId")
    .innerJoin("workshop", "workshop.id", "session.workshopId")
    .select(["workshop.code as workshop", "session.number", "session.startsAt"])
    .select(["sessionStaff.role", "sessionStaff.state"])
    .where("faculty.personId", "=", personId)
    .orderBy("session.startsAt")
    .execute();

const listOwnRequests = (db: Reader, { personId }: Owner) =>
  db
    .selectFrom("teachingRequest")
    .innerJoin("faculty", "faculty.id", "teachingRequest.facultyId")
    .innerJoin("workshop", "workshop.id", "teachingRequest.workshopId")
    .select(["workshop.code as workshop", "teachingRequest.askedAt", "teachingRequest.answeredAt"])
    .select(["teachingRequest.reminders", "teachingRequest.reason", "teachingRequest.closedAt"])
    .where("faculty.personId", "=", personId)
    .orderBy("teachingRequest.askedAt")
    .execute();
