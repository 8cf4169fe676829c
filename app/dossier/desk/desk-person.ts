import { listParticipants } from "#app/enrolment/queries.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";

/** Somebody with a seat in a workshop, by the enrolment in the address. */
export async function seatedPerson(db: Reader, { id }: Pick<Workshop, "id">, params: Reading["params"]) {
  const people = await listParticipants(db, id, "seated");
  return orNotFound(people.find((person) => person.id === params.enrolment) ?? null);
}
