import { may } from "#app/access/permissions.ts";
import { addOnBehalf } from "#app/enrolment/behalf/adding/adding.commands.ts";
import { findStanding } from "#app/enrolment/behalf/behalf.queries.ts";
import { type Change, versionOf } from "#app/enrolment/behalf/behalf.rules.ts";
import { changeOnBehalf } from "#app/enrolment/behalf/participant/change.commands.ts";
import { findEnrolment } from "#app/enrolment/queries.ts";
import type { Database, Writer } from "#db/database.ts";
import { accepted, actorOf, type Deed, type Twins } from "./deeds.ts";
import type { SeededWorkshop } from "./workshop-deeds.ts";

/** What coordinators did for somebody else in a workshop; who moves up by that follows from it. */
export async function actDeeds(from: Database, { id, code }: SeededWorkshop, twins: Twins): Promise<Deed[]> {
  const acts = await readActs(from, id);
  return acts.map((act) => ({
    at: act.at,
    async perform(trx: Writer) {
      const by = { accountId: twins.ofAny(act.byAccountId), at: act.at };
      if (!may(await actorOf(trx, by.accountId), "participant.change")) throw new Error(`An act in ${code} is refused`);
      const { reason, note } = act;
      const workshopId = twins.of(id);
      if (act.kind === "added") {
        const personId = twins.of(act.personId);
        const asked = { workshopId, personIds: [personId], reason, note, seats: 1 };
        accepted(await addOnBehalf(trx, asked, by), `An adding to ${code}`);
        twins.pair(act.enrolmentId, (await findEnrolment(trx, workshopId, personId))?.id);
        return;
      }
      const enrolmentId = twins.of(act.enrolmentId);
      const found = accepted(await findStanding(trx, workshopId, enrolmentId), `An act in ${code}`);
      const seen = { version: versionOf(found.enrolment), passedOver: found.ahead.map((one) => one.id) };
      const asked = { workshopId, enrolmentId, change: act.kind as Change, reason: reason ?? "", note, seen };
      accepted(await changeOnBehalf(trx, asked, by), `An act in ${code}`);
    },
  }));
}

/** Each with the one enrolment that it is about. */
const readActs = ({ read }: Database, workshopId: SeededWorkshop["id"]) =>
  read
    .selectFrom("enrolmentAct as act")
    .innerJoin("enrolmentEvent as event", "event.actId", "act.id")
    .innerJoin("enrolment", "enrolment.id", "event.enrolmentId")
    .select(["act.kind", "act.note", "act.at", "act.byAccountId", "event.reason", "event.enrolmentId"])
    .select("enrolment.personId")
    .where("act.workshopId", "=", workshopId)
    .where("event.byAccountId", "is not", null)
    .orderBy("act.at")
    .execute();
