import type { ExpressionBuilder } from "kysely";
import type { Reader } from "#db/database.ts";
import type { Schema } from "#db/schema.ts";

/** Everything kept about one person, under the names that the database gives it; hashes and tokens excepted. */
export async function findMyData(db: Reader, { personId, accountId }: { personId: string; accountId: string }) {
  return {
    person: await db.selectFrom("person").selectAll().where("id", "=", personId).executeTakeFirst(),
    account: await db
      .selectFrom("account")
      .select(["email", "createdAt"])
      .where("id", "=", accountId)
      .where("personId", "=", personId)
      .executeTakeFirst(),
    credentials: await db
      .selectFrom("credential")
      .select(["kind", "createdAt", "changedAt"])
      .where("accountId", "=", accountId)
      .orderBy("createdAt")
      .execute(),
    roles: await listRoles(db, accountId),
    sessions: await db
      .selectFrom("accountSession")
      .select(["createdAt", "seenAt", "expiresAt", "device"])
      .where("accountId", "=", accountId)
      .execute(),
    ...(await listEnrolments(db, personId)),
    certificates: await db
      .selectFrom("certificate")
      .select(["number", "status", "statusAt", "statusReason", "issuedAt"])
      .where("personId", "=", personId)
      .orderBy("issuedAt")
      .execute(),
    messages: await db
      .selectFrom("mail")
      .select(["kind", "toAddress", "subject", "composedAt", "sentAt"])
      .where("personId", "=", personId)
      .orderBy("composedAt")
      .execute(),
    changes: await db
      .selectFrom("audit")
      .select(["at", "action", "details"])
      .where((eb) => eb.or([isAbout(eb, "person", personId), isAbout(eb, "account", accountId)]))
      .orderBy("seq")
      .execute(),
  };
}

const isAbout = (eb: ExpressionBuilder<Schema, "audit">, kind: string, id: string) =>
  eb.and([eb("subjectKind", "=", kind), eb("subjectId", "=", id)]);

const listRoles = (db: Reader, accountId: string) =>
  db
    .selectFrom("roleGrant")
    .leftJoin("programme", "programme.id", "roleGrant.programmeId")
    .leftJoin("workshop", "workshop.id", "roleGrant.workshopId")
    .leftJoin("institution", "institution.id", "roleGrant.institutionId")
    .select([
      "roleGrant.role",
      "programme.code as programme",
      "workshop.code as workshop",
      "institution.code as institution",
      "roleGrant.grantedAt",
    ])
    .where("roleGrant.accountId", "=", accountId)
    .orderBy("roleGrant.grantedAt")
    .execute();

/** One query a table, however many workshops there are. */
async function listEnrolments(db: Reader, personId: string) {
  const enrolments = await db
    .selectFrom("enrolment")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .select(["workshop.code as workshop", "enrolment.state", "enrolment.requestedAt", "enrolment.changedAt"])
    .where("enrolment.personId", "=", personId)
    .orderBy("enrolment.requestedAt")
    .execute();
  const enrolmentEvents = await db
    .selectFrom("enrolmentEvent")
    .innerJoin("enrolment", "enrolment.id", "enrolmentEvent.enrolmentId")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .select(["workshop.code as workshop", "enrolmentEvent.fromState", "enrolmentEvent.toState", "enrolmentEvent.at"])
    .where("enrolment.personId", "=", personId)
    .orderBy("enrolmentEvent.at")
    .execute();
  return { enrolments, enrolmentEvents, ...(await listAttendance(db, personId)) };
}

async function listAttendance(db: Reader, personId: string) {
  const marks = await db
    .selectFrom("mark")
    .innerJoin("session", "session.id", "mark.sessionId")
    .innerJoin("workshop", "workshop.id", "session.workshopId")
    .innerJoin("enrolment", "enrolment.id", "mark.enrolmentId")
    .select(["workshop.code as workshop", "session.number as session", "session.startsAt"])
    .select(["mark.status", "mark.lateMinutes", "mark.recordedHow", "mark.recordedAt"])
    .where("enrolment.personId", "=", personId)
    .orderBy("session.startsAt")
    .execute();
  const markCorrections = await db
    .selectFrom("markCorrection")
    .innerJoin("session", "session.id", "markCorrection.sessionId")
    .innerJoin("workshop", "workshop.id", "session.workshopId")
    .innerJoin("enrolment", "enrolment.id", "markCorrection.enrolmentId")
    .select(["workshop.code as workshop", "session.number as session"])
    .select([
      "markCorrection.formerStatus",
      "markCorrection.formerRecordedAt",
      "markCorrection.correctedAt",
      "markCorrection.reason",
    ])
    .where("enrolment.personId", "=", personId)
    .orderBy("markCorrection.correctedAt")
    .execute();
  return { marks, markCorrections };
}
