import { to } from "#app/addresses.ts";
import { listParticipants } from "#app/enrolment/queries.ts";
import { listStandings } from "#app/nominations/application/queries.ts";
import { findStandingNomination } from "#app/nominations/nomination/queries.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { mayHere } from "#app/workshops/desk-door.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** Somebody with a seat in a workshop, by the enrolment in the address. */
export async function seatedPerson(db: Reader, { id }: Pick<Workshop, "id">, params: Reading["params"]) {
  const people = await listParticipants(db, id, "seated");
  return orNotFound(people.find((person) => person.id === params.enrolment) ?? null);
}

type Visit = Pick<Reading, "db" | "actor" | "locale">;

/** Where their sensitive answers are opened; null for whoever may not, and where none were asked for. */
export async function sealedPage({ db, actor, locale }: Visit, workshop: Workshop, personId: Id<"person">) {
  if (!mayHere(actor, "nomination.unseal", workshop)) return null;
  const nomination = await findStandingNomination(db, workshop.id, personId);
  if (!nomination || (await listStandings(db, [nomination.id])).get(nomination.id) !== "sent") return null;
  return to.sealedAnswers({ locale, code: workshop.code, nomination: nomination.id });
}
