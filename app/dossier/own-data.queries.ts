import type { Owner } from "#app/access/actor.ts";
import type { Reader } from "#db/database.ts";

/** What somebody had to do before a workshop, what is kept of it, how they travel, and what they were reminded of. */
export const findOwnData = async (db: Reader, owner: Owner) => ({
  dossierEntries: await listOwnEntries(db, owner),
  dossierJourneys: await listOwnJourneys(db, owner),
  dossierLodgings: await listOwnLodgings(db, owner),
  dossierReminders: await listOwnReminders(db, owner),
});

const listOwnEntries = (db: Reader, { personId }: Owner) =>
  db
    .selectFrom("dossierEntry")
    .innerJoin("enrolment", "enrolment.id", "dossierEntry.enrolmentId")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .innerJoin("dossierTask", "dossierTask.id", "dossierEntry.taskId")
    .leftJoin("dossierTaskText", (join) =>
      join.onRef("dossierTaskText.taskId", "=", "dossierTask.id").on("dossierTaskText.locale", "=", "es"),
    )
    .select(["workshop.code as workshop", "dossierTask.number as task", "dossierTaskText.title"])
    .select(["dossierEntry.state", "dossierEntry.heldOn", "dossierEntry.heldText"])
    .select(["dossierEntry.changedAt", "dossierEntry.erasedAt"])
    .where("enrolment.personId", "=", personId)
    .orderBy("workshop.code")
    .orderBy("dossierTask.number")
    .execute();

const listOwnJourneys = (db: Reader, { personId }: Owner) =>
  db
    .selectFrom("dossierJourney")
    .innerJoin("enrolment", "enrolment.id", "dossierJourney.enrolmentId")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .select(["workshop.code as workshop", "dossierJourney.direction", "dossierJourney.carrier"])
    .select(["dossierJourney.place", "dossierJourney.atLocal", "dossierJourney.zone", "dossierJourney.changedAt"])
    .where("enrolment.personId", "=", personId)
    .orderBy("dossierJourney.atLocal")
    .execute();

const listOwnLodgings = (db: Reader, { personId }: Owner) =>
  db
    .selectFrom("dossierLodging")
    .innerJoin("enrolment", "enrolment.id", "dossierLodging.enrolmentId")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .select(["workshop.code as workshop", "dossierLodging.name", "dossierLodging.address", "dossierLodging.telephone"])
    .select(["dossierLodging.fromOn", "dossierLodging.toOn", "dossierLodging.changedAt"])
    .where("enrolment.personId", "=", personId)
    .orderBy("workshop.code")
    .execute();

const listOwnReminders = (db: Reader, { personId }: Owner) =>
  db
    .selectFrom("dossierReminder")
    .innerJoin("enrolment", "enrolment.id", "dossierReminder.enrolmentId")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .innerJoin("dossierTask", "dossierTask.id", "dossierReminder.taskId")
    .select(["workshop.code as workshop", "dossierTask.number as task", "dossierReminder.step"])
    .select(["dossierReminder.dueOn", "dossierReminder.toldAt"])
    .where("enrolment.personId", "=", personId)
    .orderBy("dossierReminder.toldAt")
    .execute();
