import type { Owner } from "#app/access/actor.ts";
import type { Reader } from "#db/database.ts";

/** What somebody is or was enrolled in, and how that came about. */
export const findOwnData = async (db: Reader, owner: Owner) => ({
  enrolments: await listOwnEnrolments(db, owner),
  enrolmentEvents: await listOwnEvents(db, owner),
});

const listOwnEnrolments = (db: Reader, { personId }: Owner) =>
  db
    .selectFrom("enrolment")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .select(["workshop.code as workshop", "enrolment.state", "enrolment.requestedAt", "enrolment.changedAt"])
    .where("enrolment.personId", "=", personId)
    .orderBy("enrolment.requestedAt")
    .execute();

const listOwnEvents = (db: Reader, { personId }: Owner) =>
  db
    .selectFrom("enrolmentEvent")
    .innerJoin("enrolment", "enrolment.id", "enrolmentEvent.enrolmentId")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .select(["workshop.code as workshop", "enrolmentEvent.fromState", "enrolmentEvent.toState", "enrolmentEvent.at"])
    .where("enrolment.personId", "=", personId)
    .orderBy("enrolmentEvent.at")
    .execute();
