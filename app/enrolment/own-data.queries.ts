import type { Owner } from "#app/access/actor.ts";
import type { Reader } from "#db/database.ts";
import type { ToldPlan } from "./told/plan.ts";

/** What somebody is or was enrolled in, how that came about, and what they were last told of it. */
export const findOwnData = async (db: Reader, owner: Owner) => ({
  enrolments: await listOwnEnrolments(db, owner),
  enrolmentEvents: await listOwnEvents(db, owner),
  told: await listOwnTold(db, owner),
  offers: await listOwnOffers(db, owner),
  passedOver: await listOwnPassedOver(db, owner),
});

const listOwnEnrolments = (db: Reader, { personId }: Owner) =>
  db
    .selectFrom("enrolment")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .leftJoin("institution", "institution.id", "enrolment.institutionId")
    .select(["workshop.code as workshop", "enrolment.state", "enrolment.requestedAt", "enrolment.changedAt"])
    .select(["institution.code as institution", "enrolment.post", "enrolment.postLevel"])
    .where("enrolment.personId", "=", personId)
    .orderBy("enrolment.requestedAt")
    .execute();

const listOwnEvents = (db: Reader, { personId }: Owner) =>
  db
    .selectFrom("enrolmentEvent")
    .innerJoin("enrolment", "enrolment.id", "enrolmentEvent.enrolmentId")
    .leftJoin("enrolmentAct", "enrolmentAct.id", "enrolmentEvent.actId")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .select(["workshop.code as workshop", "enrolmentEvent.fromState", "enrolmentEvent.toState", "enrolmentEvent.at"])
    // what a coordinator wrote to somebody stands with what was done for them
    .select(["enrolmentEvent.reason", "enrolmentAct.undoneAt"])
    .select((eb) =>
      eb.case().when("enrolmentEvent.byAccountId", "is not", null).then(eb.ref("enrolmentAct.note")).end().as("note"),
    )
    .where("enrolment.personId", "=", personId)
    .orderBy("enrolmentEvent.at")
    .execute();

/** Until when they were asked to confirm a seat, and what they have said. */
const listOwnOffers = (db: Reader, { personId }: Owner) =>
  db
    .selectFrom("offer")
    .innerJoin("enrolment", "enrolment.id", "offer.enrolmentId")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .select(["workshop.code as workshop", "offer.state", "offer.madeAt", "offer.answerByOn", "offer.answeredAt"])
    .select(["offer.answeredBy", "offer.because", "offer.note", "offer.endedAt"])
    .where("enrolment.personId", "=", personId)
    .orderBy("offer.madeAt")
    .execute();

/** When a coordinator put somebody else before them in a queue. */
const listOwnPassedOver = (db: Reader, { personId }: Owner) =>
  db
    .selectFrom("passedOver")
    .innerJoin("enrolmentAct", "enrolmentAct.id", "passedOver.actId")
    .innerJoin("enrolment", "enrolment.id", "passedOver.enrolmentId")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .select(["workshop.code as workshop", "enrolmentAct.at", "enrolmentAct.undoneAt"])
    .where("enrolment.personId", "=", personId)
    .orderBy("enrolmentAct.at")
    .execute();

const listOwnTold = async (db: Reader, { personId }: Owner) => {
  const rows = await db
    .selectFrom("told")
    .innerJoin("toldPlan", "toldPlan.id", "told.planId")
    .innerJoin("enrolment", "enrolment.id", "told.enrolmentId")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .select(["workshop.code as workshop", "told.toldAt", "toldPlan.plan"])
    .where("enrolment.personId", "=", personId)
    .orderBy("told.toldAt")
    .execute();
  return rows.map(({ plan, ...told }) => ({ ...told, plan: JSON.parse(plan) as ToldPlan }));
};
