import type { Reach } from "#app/access/permissions.ts";
import { idsEnrolledWithin, isEnrolledWithin } from "#app/enrolment/people-within-reach.queries.ts";
import { listSomeMeeting, namedBy } from "#app/people/found.queries.ts";
import { wordsOf } from "#app/tables/search.ts";
import { withinReach } from "#app/workshops/within-reach.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** A search shows so many people; more words find fewer. */
const most = 20;

/**
 * People enrolled in workshops within reach, by any of their names in any script: every word of `q` must begin a word
 * of one.
 * @returns at most 20 of them, each with the codes of those workshops, the latest first; and whether there are more
 */
export async function listFoundPeople(db: Reader, reach: Reach, q: string) {
  const words = wordsOf(q).map((word) => namedBy(db, word));
  const place = { matching: idsEnrolledWithin(db, reach), isMet: isEnrolledWithin(reach) };
  const found = await listSomeMeeting(db, words, { place, isFew: !reach.everywhere, most: most + 1 });
  if (!found.length) return { people: [], hasMore: false };
  const people = await db
    .selectFrom("person")
    .select(["person.id", "person.familyName", "person.givenName", "person.secondSurname"])
    .select(["person.nativeName", "person.kana", "person.latinName", "person.institutionId", "person.country"])
    .where("person.id", "in", found.slice(0, most))
    .execute();
  const codes = await codesOf(db, reach, people);
  return {
    people: people.map((person) => ({ ...person, codes: codes.get(person.id) ?? [] })),
    hasMore: found.length > most,
  };
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
