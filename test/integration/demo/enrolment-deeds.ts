import { may } from "#app/access/permissions.ts";
import { enrol, withdraw } from "#app/enrolment/commands.ts";
import { findEnrolment } from "#app/enrolment/queries.ts";
import type { Database, Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { accepted, actorOf, type Deed, type Twins } from "./deeds.ts";
import type { SeededWorkshop } from "./workshop-deeds.ts";

/** What people did themselves; who moves up by that, and how all end, follows from it and from the sheets. */
export async function enrolmentDeeds(from: Database, workshop: SeededWorkshop, twins: Twins): Promise<Deed[]> {
  const events = await readEvents(from, workshop.id);
  return events.flatMap((event) => {
    const asked = event.fromState === null || event.fromState === "withdrawn";
    if (asked) return [{ at: event.at, perform: asking(workshop, event, twins) }];
    return event.toState === "withdrawn" ? [{ at: event.at, perform: leaving(workshop, event, twins) }] : [];
  });
}

const readEvents = ({ read }: Database, workshopId: Id<"workshop">) =>
  read
    .selectFrom("enrolmentEvent as event")
    .innerJoin("enrolment", "enrolment.id", "event.enrolmentId")
    .select(["event.enrolmentId", "event.fromState", "event.toState", "event.at", "event.byAccountId"])
    .select("enrolment.personId")
    .where("enrolment.workshopId", "=", workshopId)
    // what a coordinator did for them is another deed
    .where("event.actId", "is", null)
    .orderBy("event.at")
    .orderBy("event.id")
    .execute();
type Event = Awaited<ReturnType<typeof readEvents>>[number];

const asking =
  (workshop: SeededWorkshop, { enrolmentId, personId, byAccountId, at }: Event, twins: Twins) =>
  async (trx: Writer) => {
    const whose = { personId: twins.of(personId), workshopId: twins.of(workshop.id) };
    const by = { accountId: twins.ofAny(byAccountId), at };
    const mayAsk = may(await actorOf(trx, by.accountId), "enrolment.create");
    accepted(mayAsk && (await enrol(trx, whose, by)), `A seat in ${workshop.code}`);
    twins.pair(enrolmentId, (await findEnrolment(trx, whose.workshopId, whose.personId))?.id);
  };

const leaving =
  (workshop: SeededWorkshop, { personId, byAccountId, at }: Event, twins: Twins) =>
  async (trx: Writer) => {
    const whose = { personId: twins.of(personId), workshopId: twins.of(workshop.id) };
    const by = { accountId: twins.ofAny(byAccountId), at };
    accepted(await withdraw(trx, whose, by), `The withdrawal from ${workshop.code}`);
  };
