import { planOf as planToTell } from "#app/enrolment/told/plan.ts";
import { keepTold } from "#app/enrolment/told/told.commands.ts";
import type { Database, Writer } from "#db/database.ts";
import { planOf } from "#test/support/plan-of.ts";
import type { Deed, Twins } from "./deeds.ts";
import type { SeededWorkshop } from "./workshop-deeds.ts";

/** Whoever got a seat, or a place in the queue, was told by a letter what stood then. */
export async function toldDeeds({ read }: Database, workshop: SeededWorkshop, twins: Twins): Promise<Deed[]> {
  const rows = await read
    .selectFrom("told")
    .innerJoin("enrolment", "enrolment.id", "told.enrolmentId")
    .select(["told.enrolmentId", "told.toldAt"])
    .where("enrolment.workshopId", "=", workshop.id)
    .execute();
  return rows.map(({ enrolmentId, toldAt: at }) => ({
    at,
    perform: async (trx: Writer) => {
      const { workshop: stands, sessions } = await planOf(trx, workshop);
      await keepTold(trx, twins.of(enrolmentId), planToTell({ ...stands, closesOn: null }, sessions), at);
    },
  }));
}
