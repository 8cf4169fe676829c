import { type Answer, answerOffer } from "#app/enrolment/offers/answers.commands.ts";
import { findStandingOffer } from "#app/enrolment/offers/offers.queries.ts";
import { findEnrolment } from "#app/enrolment/queries.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Database, Writer } from "#db/database.ts";
import { asId, type Id } from "#db/id.ts";
import { addWorkshop } from "#test/support/world.ts";

type Someone = { personId: Id<"person"> };

/** Seven months before its first day, with some days to confirm. */
export async function addAsking(
  database: Database,
  { confirmDays = 10, ...options }: { code: string; capacity: number; confirmDays?: number },
): Promise<Id<"workshop">> {
  const id = await addWorkshop(database, { ...options, startsOn: "2027-06-07", endsOn: "2027-06-11" });
  await database.transact((trx) => trx.updateTable("workshop").set({ confirmDays }).where("id", "=", id).execute());
  return id;
}

export const accept: Answer = { answer: "accept", note: null };
export const decline: Answer = { answer: "decline", because: "visa", note: null };

/** What somebody says to what they are asked in a workshop. */
export async function say(
  trx: Writer,
  { personId }: Someone,
  answer: Answer,
  { workshopId, at }: { workshopId: Id<"workshop">; at: Instant },
) {
  const enrolment = await findEnrolment(trx, workshopId, personId);
  const offer = enrolment && (await findStandingOffer(trx, enrolment.id));
  return answerOffer(trx, offer?.id ?? asId<"offer">("none"), answer, { accountId: null, at, via: "link" });
}

/** Everybody of a workshop: where they stand, and what they are asked. */
export const asked = ({ read }: Database, workshopId: Id<"workshop">) =>
  read
    .selectFrom("enrolment")
    .leftJoin("offer", (join) =>
      join.onRef("offer.enrolmentId", "=", "enrolment.id").on("offer.state", "in", ["open", "accepted"]),
    )
    .select(["enrolment.personId", "enrolment.state", "offer.state as offer", "offer.answerByOn"])
    .where("enrolment.workshopId", "=", workshopId)
    .orderBy("enrolment.ticket")
    .execute();

/** How often something is in the record of a workshop's enrolments. */
export const recorded = async ({ read }: Database, action: string) =>
  (await read.selectFrom("auditPending").select("id").where("action", "=", action).execute()).length;
