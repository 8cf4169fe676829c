import type { By } from "#app/access/actor.ts";
import { addOnBehalf } from "#app/enrolment/behalf/adding/adding.commands.ts";
import { plusDays } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addWorkshop } from "#test/support/world.ts";

const code = "ZZ-6";

type Asked = { anas: Id<"person">; others: Id<"person"> };

/** Two people have been given seats, and are asked to confirm them. */
export async function haveAsked(database: Database, { anas, others }: Asked, { accountId, at }: By): Promise<void> {
  // before what others have done
  const by = { accountId, at: plusDays(at, -1) };
  const workshopId = await addWorkshop(database, { code, startsOn: "2027-06-07", endsOn: "2027-06-11" });
  await database.transact(async (trx) => {
    await trx.updateTable("workshop").set({ confirmDays: 10 }).where("id", "=", workshopId).execute();
    const adding = { workshopId, personIds: [anas, others], reason: null, note: null, seats: 2 };
    const outcome = await addOnBehalf(trx, adding, by);
    if (outcome.status === "refused") throw new Error(outcome.because);
  });
}

/** A form in good order for each action about offers that somebody has to be signed in for. */
export async function offerForms({ read }: Pick<Database, "read">) {
  const { enrolmentId } = await read
    .selectFrom("offer")
    .innerJoin("enrolment", "enrolment.id", "offer.enrolmentId")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .select("offer.enrolmentId")
    .where("workshop.code", "=", code)
    .orderBy("enrolment.ticket", "desc")
    .executeTakeFirstOrThrow();
  return {
    "/:l/me/offers/:code": { path: `/es/me/offers/${code}`, form: { part: "accept" } },
    "/:l/desk/workshops/:code/participants/:enrolment/offer": {
      path: `/es/desk/workshops/${code}/participants/${enrolmentId}/offer`,
      form: { part: "extend", answerByOn: "2027-03-01", reason: "Lo solicitó por teléfono." },
    },
  };
}
