import { sql } from "kysely";
import type { Reach } from "#app/access/permissions.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { namesBeginning, namesOf } from "#app/people/found.queries.ts";
import { countUpTo } from "#app/tables/count-up-to.queries.ts";
import { rarestFirst, wordsOf } from "#app/tables/search.ts";
import { withinReach } from "#app/workshops/within-reach.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { listPeopleWithin } from "./people/people-list.queries.ts";

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
  const words = await rarestFirst(wordsOf(q), (word) => countUpTo(db, named(db, word)));
  const [first, ...others] = words.map(({ condition }) => condition);
  if (first === undefined) return [];
  // of few people each is asked; of many, those of the rarest word
  const isNarrow = !reach.everywhere && (await countUpTo(db, enrolledWithin(db, reach), fewPeople)) < fewPeople;
  return db
    .selectFrom(() => (isNarrow ? enrolledWithin(db, reach) : named(db, first)).distinct().as("candidate"))
    .innerJoin("person", "person.id", "candidate.id")
    .select(["person.id", "person.familyName", "person.givenName", "person.secondSurname"])
    .select(["person.nativeName", "person.kana", "person.latinName", "person.institutionId", "person.country"])
    .where((eb) =>
      eb.and((isNarrow ? [first, ...others] : others).map((word) => eb.exists(namesOf(db, eb.ref("person.id"), word)))),
    )
    .where(({ exists, selectFrom }) =>
      exists(
        // in this order: somebody is enrolled in few workshops, and a programme has thousands
        selectFrom("enrolment")
          .crossJoin("workshop")
          .select(sql.lit(1).as("one"))
          .whereRef("enrolment.personId", "=", "person.id")
          .whereRef("workshop.id", "=", "enrolment.workshopId")
          .where(withinReach(reach)),
      ),
    )
    .limit(most + 1)
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

/** Those of so many enrolments within reach are asked one by one. */
const fewPeople = 2_000;

const enrolledWithin = (db: Reader, reach: Reach) =>
  db
    .selectFrom("workshop")
    .crossJoin("enrolment")
    .whereRef("enrolment.workshopId", "=", "workshop.id")
    .where(withinReach(reach))
    .select("enrolment.personId as id");

const named = (db: Reader, word: string) => namesBeginning(db, word).select("personWord.personId as id");
