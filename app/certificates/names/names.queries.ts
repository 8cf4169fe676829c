import { seatedStates } from "#app/enrolment/rules.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/**
 * Who could have a certificate of a workshop but for the name that they have not confirmed, and can be written to. Who
 * has not completed it is left out, and so is everybody where it was cancelled.
 */
export const listUnnamed = (db: Reader, workshopId: Id<"workshop">) =>
  unnamed(db)
    .innerJoin("account", "account.personId", "person.id")
    .select(["enrolment.id as enrolmentId", "person.id as personId", "person.nameRemindedAt"])
    .where("enrolment.workshopId", "=", workshopId)
    .where("account.disabledAt", "is", null)
    .orderBy("enrolment.ticket")
    .execute();

/** Whether a certificate still waits for somebody's name. */
export async function isStillUnnamed(db: Reader, enrolmentId: Id<"enrolment">): Promise<boolean> {
  const found = await unnamed(db).select("enrolment.id").where("enrolment.id", "=", enrolmentId).executeTakeFirst();
  return found !== undefined;
}

const unnamed = (db: Reader) =>
  db
    .selectFrom("enrolment")
    .innerJoin("person", "person.id", "enrolment.personId")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .where("workshop.state", "<>", "cancelled")
    .where("enrolment.state", "in", [...seatedStates])
    .where("enrolment.state", "<>", "notCompleted")
    .where("person.nameConfirmedAt", "is", null);
