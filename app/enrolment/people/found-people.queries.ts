import type { Reach } from "#app/access/permissions.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { listSomeMeeting, namedBy } from "#app/people/search/found.queries.ts";
import { wordsOf } from "#app/tables/search.ts";
import { withinReach } from "#app/workshops/within-reach.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { listPeopleWithin } from "./people-list.queries.ts";
import { idsEnrolledWithin, isEnrolledWithin } from "./within-reach.queries.ts";

/** A search shows so many people; more words find fewer. */
const most = 20;

type Seeking = {
  /** Whose participants are found, by a name. */
  reach: Reach;
  /** Whose people are found by all that the list of people finds them by; null where there are none. */
  peopleReach: Reach | null;
  locale: Locale;
};

/**
 * People whom somebody may find: participants within reach by a name, and those whose own pages they may open by the
 * address and the institution as well, with those who are on a programme's list alone.
 * @returns at most 20 of them, each with the codes of their workshops within reach, the latest first
 */
export async function listFoundPeople(db: Reader, { reach, peopleReach, locale }: Seeking, q: string) {
  if (!wordsOf(q).length) return { people: [], total: { count: 0, isMore: false } };
  const filter = { q, institutionId: null, country: null, programmeId: null, place: null, locale, size: most };
  const opened = peopleReach ? await listPeopleWithin(db, peopleReach, filter) : null;
  const named = peopleReach && isPartOf(reach, peopleReach) ? [] : await listNamed(db, reach, q);
  const known = new Set(opened?.rows.map(({ id }) => id));
  const beside = named.filter(({ id }) => !known.has(id));
  const found = [
    ...(opened?.rows ?? []).map((person) => ({ ...person, isOpen: true })),
    ...beside.map((person) => ({ ...person, email: null, isOpen: false })),
  ];
  const people = found.slice(0, most);
  const codes = await codesOf(db, reach, people);
  const count = (opened?.total.count ?? 0) + Math.min(beside.length, most);
  return {
    people: people.map((person) => ({ ...person, codes: codes.get(person.id) ?? [] })),
    total: { count, isMore: opened?.total.isMore || beside.length > most },
  };
}

/** Whether the one reach finds nobody whom the other does not. */
const isPartOf = (part: Reach, whole: Reach) =>
  whole.everywhere ||
  (!part.everywhere &&
    part.programmeIds.every((id) => whole.programmeIds.includes(id)) &&
    part.workshopIds.every((id) => whole.workshopIds.includes(id)));

/**
 * Participants by any of their names in any script: every word of `q` must begin a word of one.
 * @returns one more than is shown, at most
 */
async function listNamed(db: Reader, reach: Reach, q: string) {
  const words = wordsOf(q).map((word) => namedBy(db, word));
  const place = { matching: idsEnrolledWithin(db, reach), isMet: isEnrolledWithin(reach) };
  const found = await listSomeMeeting(db, words, { place, isFew: !reach.everywhere, most: most + 1 });
  if (!found.length) return [];
  return db
    .selectFrom("person")
    .select(["person.id", "person.familyName", "person.givenName", "person.secondSurname"])
    .select(["person.nativeName", "person.kana", "person.latinName", "person.institutionId", "person.country"])
    .where("person.id", "in", found)
    .execute();
}

async function codesOf(db: Reader, reach: Reach, people: readonly { id: Id<"person"> }[]) {
  if (!people.length) return new Map<Id<"person">, string[]>();
  const rows = await db
    .selectFrom("enrolment")
    .crossJoin("workshop")
    .whereRef("workshop.id", "=", "enrolment.workshopId")
    .select(["enrolment.personId", "workshop.code"])
    .where(
      "enrolment.personId",
      "in",
      people.map(({ id }) => id),
    )
    .where(withinReach(reach))
    .orderBy("workshop.startsOn", "desc")
    .orderBy("workshop.code")
    .execute();
  const byPerson = Map.groupBy(rows, ({ personId }) => personId);
  return new Map([...byPerson].map(([personId, own]) => [personId, own.map(({ code }) => code)]));
}
