import { attendanceShare, sessionsSoFar } from "#app/attendance/measures.rules.ts";
import { countMarksByEnrolment } from "#app/attendance/queries.ts";
import { findAwaited } from "#app/enrolment/offers/offers.queries.ts";
import { listParticipants, type Participant } from "#app/enrolment/queries.ts";
import { isSeated } from "#app/enrolment/rules.ts";
import { formatDate, formatInstant } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { countryName } from "#app/institutions/country-name.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { nameOrder, shownName } from "#app/people/names.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Reading } from "#app/web/doors/door.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import { clashingSeats } from "./clashing-seats.ts";

export type ParticipantRow = ReturnType<Awaited<ReturnType<typeof participantsView>>["rowsOf"]>[number];

/** Everybody of a workshop in the order of its roster, and how some of them are shown. */
export async function participantsView(visit: Reading, workshop: Workshop) {
  const { db, locale, t, actor } = visit;
  const participants = await listParticipants(db, workshop.id);
  const institutionOf = await institutionNames(db, workshop.startsOn, locale);
  const countsOf = await countMarksByEnrolment(db, workshop.id, sessionsSoFar(workshop.state));
  const awaited = await findAwaited(db, workshop.id);
  const clashesOf = await clashingSeats(visit, workshop);
  const placeOf = places(participants, locale);
  const rowsOf = (people: readonly Ranked[]) =>
    people.map(({ rank, ...person }) => ({
      id: person.id,
      state: person.state,
      clashes: clashesOf(person.id),
      answerByOn: awaited.get(person.id) ?? null,
      answerBy: dayIn(awaited.get(person.id), locale),
      rank,
      name: shownName(person),
      place: placeOf(person),
      kana: person.kana,
      institution: institutionOf(person.institutionId),
      country: { code: person.country, name: countryName(person.country, locale, t) },
      post: person.post ?? "",
      email: person.email ?? "",
      requestedAt: person.requestedAt,
      requested: formatInstant(locale, person.requestedAt, actor.zone),
      share: isSeated(person.state) ? attendanceShare(countsOf(person.id)) : null,
    }));
  return { roster: ranked(participants.toSorted(inRoster(locale))), rowsOf };
}

const dayIn = (day: LocalDate | undefined, locale: Locale) => (day ? formatDate(locale, day) : "");

type Ranked = Participant & { rank: number | null };

/** With the place of those who wait in the queue of their quota, or of the pool. */
function ranked(roster: Participant[]): Ranked[] {
  const ranks = new Map<Participant["quotaId"], number>();
  return roster.map((person) => {
    if (person.state !== "reserve") return { ...person, rank: null };
    const rank = (ranks.get(person.quotaId) ?? 0) + 1;
    ranks.set(person.quotaId, rank);
    return { ...person, rank };
  });
}

/** Where everybody stands by name. */
function places(participants: readonly Participant[], locale: Locale): (person: Pick<Participant, "id">) => number {
  const order = participants.toSorted(nameOrder(locale));
  const known = new Map(order.map(({ id }, place) => [id, place]));
  return ({ id }) => known.get(id) ?? 0;
}

/** Who has a seat, by name; then the reserve, as it moves up; then who withdrew, by name. */
function inRoster(locale: Locale): (a: Participant, b: Participant) => number {
  const byName = nameOrder(locale);
  const place = ({ state }: Participant) => (isSeated(state) ? 0 : state === "reserve" ? 1 : 2);
  return (a, b) => place(a) - place(b) || (a.state === "reserve" ? a.ticket - b.ticket : byName(a, b));
}
