import type { Reach } from "#app/access/permissions.ts";
import { idsWithinReach, isTakenIn, peopleWithinReach } from "#app/enrolment/people/within-reach.queries.ts";
import { activeStates, takingPlace } from "#app/enrolment/rules.ts";
import { isFoundBy, listSomeMeeting } from "#app/people/search/found.queries.ts";
import { wordsOf } from "#app/tables/search.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** A search shows so many people; more words find fewer. */
const most = 20;

const columns = [
  "person.id",
  "person.familyName",
  "person.givenName",
  "person.secondSurname",
  "person.nativeName",
  "person.kana",
  "person.latinName",
  "person.institutionId",
  "person.post",
  "person.country",
] as const;

/** People within reach of whom each word begins a word of a name or an address, or of their institution's name. */
export async function listAddable(db: Reader, reach: Reach, q: string) {
  const words = await Promise.all(wordsOf(q).map((word) => isFoundBy(db, word)));
  const place = { matching: idsWithinReach(db, reach), isMet: isTakenIn(reach) };
  const found = await listSomeMeeting(db, words, { place, isFew: !reach.everywhere, most: most + 1 });
  return { people: await listWithinReach(db, reach, found.slice(0, most)), hasMore: found.length > most };
}

/** These people, as far as they are within reach. */
export async function listWithinReach(db: Reader, reach: Reach, personIds: Id<"person">[]) {
  if (!personIds.length) return [];
  return db
    .selectFrom("person")
    .select(columns)
    .where("person.id", "in", personIds)
    .where(peopleWithinReach(reach))
    .execute();
}

/** The other workshops still to come in which some people hold or await a seat. */
export async function listCommitmentsOf(db: Reader, personIds: Id<"person">[], except: Id<"workshop">) {
  if (!personIds.length) return [];
  return db
    .selectFrom("enrolment")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .select(["enrolment.personId", "enrolment.workshopId"])
    .where("enrolment.personId", "in", personIds)
    .where("enrolment.state", "in", activeStates)
    .where("enrolment.workshopId", "<>", except)
    .where("workshop.state", "in", takingPlace)
    .execute();
}
