import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { QuotaGroup } from "#app/nominations/quotas/rules.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";
import { activeStates, type EnrolmentState, seatedStates, takingPlace } from "./rules.ts";

/** The one that counts: another may have become part of it. */
export async function findEnrolment(db: Reader, workshopId: Id<"workshop">, personId: Id<"person">) {
  const enrolment = await db
    .selectFrom("enrolment")
    .select(["id", "workshopId", "state", "ticket", "quotaId", "requestedAt"])
    .where("workshopId", "=", workshopId)
    .where("personId", "=", personId)
    .where("mergedIntoId", "is", null)
    .executeTakeFirst();
  return enrolment ?? null;
}

/** What some people have, or had, in a workshop. */
export async function listEnrolmentsAmong(db: Reader, workshopId: Id<"workshop">, personIds: Id<"person">[]) {
  if (!personIds.length) return [];
  return db
    .selectFrom("enrolment")
    .select(["id", "personId", "state"])
    .where("workshopId", "=", workshopId)
    .where("personId", "in", personIds)
    .where("mergedIntoId", "is", null)
    .execute();
}

export async function findEnrolmentById(db: Reader, id: Id<"enrolment">) {
  const enrolment = await db
    .selectFrom("enrolment")
    .select(["workshopId", "personId", "state", "ticket", "quotaId", "changedAt", "mergedIntoId"])
    .where("id", "=", id)
    .executeTakeFirst();
  return enrolment ?? null;
}

/** Whoever holds or awaits a seat, in the order of their tickets. */
export async function listActive(db: Reader, workshopId: Id<"workshop">) {
  return db
    .selectFrom("enrolment")
    .select(["id", "personId"])
    .where("workshopId", "=", workshopId)
    .where("state", "in", activeStates)
    .orderBy("ticket")
    .execute();
}

/** The workshops in whose reserve an account's holder waits. */
export async function listAwaitedBy(db: Reader, accountId: Id<"account">): Promise<Id<"workshop">[]> {
  const rows = await db
    .selectFrom("enrolment")
    .innerJoin("account", "account.personId", "enrolment.personId")
    .select("workshopId")
    .where("account.id", "=", accountId)
    .where("state", "=", "reserve")
    .execute();
  return rows.map(({ workshopId }) => workshopId);
}

/** The workshops in which an account's holder has or awaits a seat. */
export async function listActiveOf(db: Reader, accountId: Id<"account">): Promise<Id<"workshop">[]> {
  const rows = await db
    .selectFrom("enrolment")
    .innerJoin("account", "account.personId", "enrolment.personId")
    .select("workshopId")
    .where("account.id", "=", accountId)
    .where("state", "in", activeStates)
    .execute();
  return rows.map(({ workshopId }) => workshopId);
}

/** Whether anybody is or was enrolled in a workshop, in whatever state. */
export async function isEverEnrolledIn(db: Reader, workshopId: Id<"workshop">): Promise<boolean> {
  const row = await db
    .selectFrom("enrolment")
    .select("id")
    .where("workshopId", "=", workshopId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The workshops still to come in which somebody holds or awaits a seat. */
export async function listCommittedTo(db: Reader, personId: Id<"person">): Promise<Id<"workshop">[]> {
  const rows = await db
    .selectFrom("enrolment")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .select("enrolment.workshopId")
    .where("enrolment.personId", "=", personId)
    .where("enrolment.state", "in", activeStates)
    .where("workshop.state", "in", takingPlace)
    .execute();
  return rows.map(({ workshopId }) => workshopId);
}

/** Whoever cannot sign in gets no seat: its letter would reach nobody. */
export const isPassedOver = (eb: ExpressionBuilder<Schema, "enrolment">): Expression<SqlBool> =>
  eb.exists(
    eb
      .selectFrom("account")
      .select("account.id")
      .whereRef("account.personId", "=", "enrolment.personId")
      .where("account.disabledAt", "is not", null),
  );

/** In which other workshops still to come the people of this one hold or await a seat, by their enrolment here. */
export async function listOtherCommitments(db: Reader, workshopId: Id<"workshop">) {
  return db
    .selectFrom("enrolment as here")
    .innerJoin("enrolment as there", "there.personId", "here.personId")
    .innerJoin("workshop", "workshop.id", "there.workshopId")
    .select(["here.id as enrolmentId", "there.workshopId"])
    .where("here.workshopId", "=", workshopId)
    .where("here.state", "in", activeStates)
    .whereRef("there.workshopId", "<>", "here.workshopId")
    .where("there.state", "in", activeStates)
    .where("workshop.state", "in", takingPlace)
    .execute();
}

/** Place in the queue of their quota or of the pool, from 1; null for whoever does not wait in it. */
export async function findRank(db: Reader, { workshopId, state, ticket, quotaId }: Queued): Promise<number | null> {
  if (state !== "reserve") return null;
  const { rank } = await db
    .selectFrom("enrolment")
    .select(({ fn }) => fn.countAll<number>().as("rank"))
    .where("workshopId", "=", workshopId)
    .where("state", "=", "reserve")
    .where("ticket", "<=", ticket)
    .where("quotaId", "is not distinct from", quotaId)
    .executeTakeFirstOrThrow();
  return rank;
}

type Queued = { workshopId: Id<"workshop">; state: EnrolmentState; ticket: number; quotaId: QuotaGroup };

/** Everything somebody is or was enrolled in, with the rank in a queue. */
export async function listEnrolmentsOf(db: Reader, personId: Id<"person">) {
  return db
    .selectFrom("enrolment")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .select(({ selectFrom, fn }) => [
      "enrolment.id",
      "enrolment.workshopId",
      "enrolment.state",
      "enrolment.requestedAt",
      "enrolment.changedAt",
      "enrolment.institutionId",
      "enrolment.post",
      "enrolment.quotaId",
      selectFrom("enrolment as before")
        .select(fn.countAll<number>().as("count"))
        .whereRef("before.workshopId", "=", "enrolment.workshopId")
        .where("before.state", "=", "reserve")
        .whereRef("before.ticket", "<=", "enrolment.ticket")
        .whereRef("before.quotaId", "is not distinct from", "enrolment.quotaId")
        .as("rank"),
    ])
    .where("enrolment.personId", "=", personId)
    .where("enrolment.mergedIntoId", "is", null)
    .orderBy("workshop.startsOn")
    .execute();
}

export type Participant = Awaited<ReturnType<typeof listParticipants>>[number];

/** The participants of a workshop: who has a seat first, then the reserve by rank, then who withdrew. */
export async function listParticipants(db: Reader, workshopId: Id<"workshop">, only?: "seated") {
  return db
    .selectFrom("enrolment")
    .innerJoin("person", "person.id", "enrolment.personId")
    .leftJoin("account", "account.personId", "person.id")
    .select([
      "enrolment.id",
      "enrolment.state",
      "enrolment.ticket",
      "enrolment.quotaId",
      "enrolment.requestedAt",
      "person.id as personId",
      "person.familyName",
      "person.givenName",
      "person.secondSurname",
      "person.nativeName",
      "person.kana",
      "person.latinName",
      "person.country",
      "person.institutionId",
      "person.post",
      "person.nameConfirmedAt",
      "person.certificateName",
      "person.certificateSecondName",
      ({ fn }) => fn.coalesce("account.email", "person.email").as("email"),
    ])
    .where("enrolment.workshopId", "=", workshopId)
    .where("enrolment.mergedIntoId", "is", null)
    .$if(only === "seated", (query) => query.where("enrolment.state", "in", [...seatedStates]))
    .orderBy(sql`case enrolment.state when 'reserve' then 1 when 'withdrawn' then 2 else 0 end`)
    .orderBy("enrolment.ticket")
    .execute();
}
