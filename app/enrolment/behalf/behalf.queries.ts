import { isPassedOver } from "#app/enrolment/queries.ts";
import type { QuotaGroup } from "#app/nominations/quotas/rules.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { InQueue } from "./behalf.rules.ts";

/** Those who wait and could have a seat, in the order of the queue of their quota, or of the pool. */
const listWaiting = (db: Reader, workshopId: Id<"workshop">, group: QuotaGroup) =>
  db
    .selectFrom("enrolment")
    .innerJoin("person", "person.id", "enrolment.personId")
    .select(["enrolment.id", "enrolment.personId", "enrolment.ticket"])
    .select(["person.familyName", "person.givenName", "person.secondSurname", "person.nativeName", "person.latinName"])
    .where("enrolment.workshopId", "=", workshopId)
    .where("enrolment.state", "=", "reserve")
    .where("enrolment.quotaId", "is not distinct from", group)
    .where((eb) => eb.not(isPassedOver(eb)))
    .orderBy("enrolment.ticket")
    .execute();

export type StandingOf = NonNullable<Awaited<ReturnType<typeof findStanding>>>;

/** One enrolment of a workshop among those who wait where it waits, or would. */
export async function findStanding(db: Reader, workshopId: Id<"workshop">, enrolmentId: Id<"enrolment">) {
  const enrolment = await db
    .selectFrom("enrolment")
    .select(["id", "personId", "state", "ticket", "quotaId", "requestedAt", "changedAt"])
    .where("id", "=", enrolmentId)
    .where("workshopId", "=", workshopId)
    .where("mergedIntoId", "is", null)
    .executeTakeFirst();
  if (!enrolment) return null;
  const others = (await listWaiting(db, workshopId, enrolment.quotaId)).filter(({ id }) => id !== enrolmentId);
  const ahead = enrolment.state === "reserve" ? others.filter(({ ticket }) => ticket < enrolment.ticket) : [];
  const standing: InQueue = { state: enrolment.state, ahead: ahead.length, others: others.length };
  return { enrolment, standing, ahead, others };
}
