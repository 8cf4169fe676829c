import { isAttended, isCountedSession } from "#app/attendance/measures.queries.ts";
import { seatedStates } from "#app/enrolment/rules.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** Each session that counts, with how many came to it. */
export const countAttended = (db: Reader, programmeId: Id<"programme">) =>
  db
    .selectFrom("workshop")
    .innerJoin("session", "session.workshopId", "workshop.id")
    .innerJoin("mark", "mark.sessionId", "session.id")
    .innerJoin("enrolment", "enrolment.id", "mark.enrolmentId")
    .where("workshop.programmeId", "=", programmeId)
    .where("workshop.state", "<>", "cancelled")
    .where("enrolment.state", "in", [...seatedStates])
    .where(isCountedSession)
    .where(isAttended)
    .select(["session.startsAt", "session.endsAt"])
    .select(({ fn }) => fn.countAll<number>().as("people"))
    .groupBy(["session.id", "session.startsAt", "session.endsAt"])
    .execute();

/** Those who came to a workshop, by what is known of their sex. */
export const countBySex = (db: Reader, programmeId: Id<"programme">) =>
  db
    .selectFrom("workshop")
    .innerJoin("enrolment", "enrolment.workshopId", "workshop.id")
    .innerJoin("person", "person.id", "enrolment.personId")
    .where("workshop.programmeId", "=", programmeId)
    .where("workshop.state", "<>", "cancelled")
    .where("enrolment.state", "in", [...seatedStates])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("mark").select("mark.sessionId").whereRef("mark.enrolmentId", "=", "enrolment.id").where(isAttended),
      ),
    )
    .where("person.sex", "is not", null)
    .select("person.sex")
    .select(({ fn }) => fn.countAll<number>().as("people"))
    .groupBy("person.sex")
    .execute();
