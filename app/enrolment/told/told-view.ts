import { shownName } from "#app/people/names.ts";
import type { Reading } from "#app/web/doors/door.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Told } from "#app/workshops/view/telling-hint.tsx";
import { listWhoKnow } from "./told.queries.ts";

const mostNamed = 20;

/** Whom a change of a workshop's plan would reach, before it is made. */
export async function toldOf({ db }: Pick<Reading, "db">, workshop: Pick<Workshop, "id" | "state">): Promise<Told> {
  const people = await listWhoKnow(db, workshop);
  return { count: people.length, names: people.slice(0, mostNamed).map((person) => shownName(person).name) };
}
