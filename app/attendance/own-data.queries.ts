import type { Owner } from "#app/access/actor.ts";
import type { Reader } from "#db/database.ts";

/** Where somebody was marked, and what marks they had before those were corrected. */
export const findOwnData = async (db: Reader, owner: Owner) => ({
  marks: await listOwnMarks(db, owner),
  markCorrections: await listOwnCorrections(db, owner),
});

const listOwnMarks = (db: Reader, { personId }: Owner) =>
  db
    .selectFrom("mark")
    .innerJoin("session", "session.id", "mark.sessionId")
    .innerJoin("workshop", "workshop.id", "session.workshopId")
    .innerJoin("enrolment", "enrolment.id", "mark.enrolmentId")
    .select(["workshop.code as workshop", "session.number as session", "session.startsAt"])
    .select(["mark.status", "mark.lateMinutes", "mark.recordedHow", "mark.recordedAt"])
    .where("enrolment.personId", "=", personId)
    .orderBy("session.startsAt")
    .execute();

const listOwnCorrections = (db: Reader, { personId }: Owner) =>
  db
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
