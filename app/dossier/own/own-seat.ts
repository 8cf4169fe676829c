import { everywhere } from "#app/access/permissions.ts";
import { findEnrolment } from "#app/enrolment/queries.ts";
import { isSeated } from "#app/enrolment/rules.ts";
import type { Reading, Writing } from "#app/web/doors/door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { holdWorkshop } from "#app/workshops/hold.commands.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** The workshop of an address in which the reader has a seat; others have no dossier in it. */
export async function ownSeat({ db, actor, params }: Pick<Reading, "db" | "actor" | "params">) {
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", "public"));
  return { workshop, enrolmentId: await seatIn(db, workshop.id, actor.personId) };
}

/** The same with the workshop held. */
export async function heldSeat({ trx, actor, params }: Pick<Writing, "trx" | "actor" | "params">) {
  const workshop = orNotFound(await holdWorkshop(trx, params.code ?? "", everywhere));
  return { workshop, enrolmentId: await seatIn(trx, workshop.id, actor.personId) };
}

async function seatIn(db: Reader, workshopId: Id<"workshop">, personId: Id<"person">): Promise<Id<"enrolment">> {
  const enrolment = await findEnrolment(db, workshopId, personId);
  return orNotFound(enrolment && isSeated(enrolment.state) ? enrolment.id : null);
}
