import { listParticipants } from "#app/enrolment/queries.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { nameOrder, shownName } from "#app/people/names.ts";
import { dateOf, timeOf } from "#app/time/wall-time.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import { listJourneys, listLodgings } from "../journey/journey.queries.ts";

/** Who arrives when, as far as it is known: by day and time, and by name within a minute. Then who is missing. */
export async function arrivalsOf(db: Reader, workshop: Pick<Workshop, "id">, locale: Locale) {
  const people = (await listParticipants(db, workshop.id, "seated")).toSorted(nameOrder(locale));
  const arrivals = new Map(
    (await listJourneys(db, workshop.id))
      .filter(({ direction }) => direction === "arrival")
      .map((journey) => [journey.enrolmentId, journey]),
  );
  const lodgingOf = new Map((await listLodgings(db, workshop.id)).map(({ enrolmentId, name }) => [enrolmentId, name]));
  const known = people.flatMap((person) => {
    const arrival = arrivals.get(person.id);
    if (!arrival) return [];
    const { carrier, place, atLocal } = arrival;
    const when = { atLocal, day: dateOf(atLocal), time: timeOf(atLocal) };
    return [
      { id: person.id, name: shownName(person), ...when, carrier, place, lodging: lodgingOf.get(person.id) ?? "" },
    ];
  });
  const seated = new Set(people.map(({ id }) => id));
  const lodged = [...lodgingOf].filter(([id]) => seated.has(id));
  return {
    seated: people.length,
    arrivals: known.toSorted((a, b) => (a.atLocal < b.atLocal ? -1 : a.atLocal > b.atLocal ? 1 : 0)),
    missing: people.filter(({ id }) => !arrivals.has(id)).map(shownName),
    /** How many stay where, the most first. */
    lodgings: [...Map.groupBy(lodged, ([, name]) => name)]
      .map(([name, own]) => ({ name, count: own.length }))
      .toSorted((a, b) => b.count - a.count),
  };
}
