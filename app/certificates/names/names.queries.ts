import { seatedStates } from "#app/enrolment/rules.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/**
 * Who could have a certificate of a workshop but for the name that they have not confirmed, and can be written to. Who
 * has not completed it is left out.
 */
export const listUnnamed = (db: Reader, workshopId: Id<"workshop">) =>
  db
    .selectFrom("enrolment")
    .innerJoin("person", "person.id", "enrolment.personId")
    .innerJoin("account", "account.personId", "person.id")
    .select(["enrolment.id as enrolmentId", "person.id as personId", "person.nameRemindedAt"])
    .where("enrolment.workshopId", "=", workshopId)
    .where("enrolment.state", "in", [...seatedStates])
    .where("enrolment.state", "<>", "notCompleted")
    .where("person.nameConfirmedAt", "is", null)
    .where("account.disabledAt", "is", null)
    .orderBy("enrolment.ticket")
    .execute();
