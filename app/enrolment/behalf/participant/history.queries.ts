import { isHolder } from "#db/account-holder.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** One enrolment's person, as far as its page names them. */
export async function findParticipant(db: Reader, personId: Id<"person">) {
  return db
    .selectFrom("person")
    .leftJoin("account", "account.personId", "person.id")
    .select(["person.familyName", "person.givenName", "person.secondSurname", "person.nativeName", "person.latinName"])
    .select(["person.country", "person.institutionId", "person.post", "person.locale"])
    .select(({ fn }) => fn.coalesce("account.email", "person.email").as("email"))
    .where("person.id", "=", personId)
    .executeTakeFirstOrThrow();
}

const names = ["person.familyName", "person.givenName", "person.secondSurname", "person.nativeName"] as const;

/** What has happened to an enrolment: who did it, why, and whether it was undone. The oldest comes first. */
export const listHistory = (db: Reader, enrolmentId: Id<"enrolment">) =>
  db
    .selectFrom("enrolmentEvent as event")
    .leftJoin("enrolmentAct as act", "act.id", "event.actId")
    .leftJoin("account", "account.id", "event.byAccountId")
    .leftJoin("person", (join) => join.on(isHolder))
    .select(["event.id", "event.fromState", "event.toState", "event.at", "event.reason", "event.byAccountId"])
    .select(["act.id as actId", "act.kind", "act.note", "act.undoneAt", "person.id as byPersonId"])
    .select([...names, "person.country"])
    .where("event.enrolmentId", "=", enrolmentId)
    .orderBy("event.at")
    .orderBy("event.id")
    .execute();

/** When others were put before somebody who waited, and by whom. */
export const listOvertaken = (db: Reader, enrolmentId: Id<"enrolment">) =>
  db
    .selectFrom("passedOver")
    .innerJoin("enrolmentAct as act", "act.id", "passedOver.actId")
    .leftJoin("account", "account.id", "act.byAccountId")
    .leftJoin("person", (join) => join.on(isHolder))
    .select(["act.id", "act.at", "act.undoneAt", ...names, "person.country"])
    .where("passedOver.enrolmentId", "=", enrolmentId)
    .orderBy("act.at")
    .execute();

/** Whom these acts have passed over. */
export async function listPassedOver(db: Reader, actIds: Id<"enrolmentAct">[]) {
  if (!actIds.length) return [];
  return db
    .selectFrom("passedOver")
    .innerJoin("enrolment", "enrolment.id", "passedOver.enrolmentId")
    .innerJoin("person", "person.id", "enrolment.personId")
    .select(["passedOver.actId", "enrolment.id", ...names, "person.latinName"])
    .where("passedOver.actId", "in", actIds)
    .orderBy("enrolment.ticket")
    .execute();
}

/** What an act has made of whom, in the order in which it was done. What follows for others has nobody behind it. */
export const listActed = (db: Reader, actId: Id<"enrolmentAct">) =>
  db
    .selectFrom("enrolmentEvent as event")
    .innerJoin("enrolment", "enrolment.id", "event.enrolmentId")
    .innerJoin("person", "person.id", "enrolment.personId")
    .select(["event.enrolmentId", "event.toState", "event.byAccountId", "enrolment.personId"])
    .select([...names, "person.latinName"])
    .where("event.actId", "=", actId)
    .orderBy("event.id")
    .execute();
