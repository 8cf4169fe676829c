import type { ExpressionBuilder } from "kysely";
import type { Reach } from "#app/access/permissions.ts";
import { idsWithinReach, peopleWithinReach } from "#app/enrolment/people-within-reach.queries.ts";
import { activeStates, takingPlace } from "#app/enrolment/rules.ts";
import { namesBeginning, namesOf } from "#app/people/found.queries.ts";
import { countUpTo } from "#app/tables/count-up-to.queries.ts";
import { beginsWith, rarestFirst } from "#app/tables/search.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";

/** A search shows so many people; more words find fewer. */
const most = 20;
/** Those of so many within reach are asked one by one. */
const fewPeople = 2_000;

/** A word that was typed, and the institutions in whose names it is. */
export type SoughtWord = { word: string; institutionIds: Id<"institution">[] };

const columns = [
  "person.id",
  "person.familyName",
  "person.givenName",
  "person.secondSurname",
  "person.nativeName",
  "person.kana",
  "person.latinName",
  "person.institutionId",
  "person.country",
] as const;

/** People within reach of whom each word begins a word of a name or an address, or of their institution's name. */
export async function listAddable(db: Reader, reach: Reach, sought: SoughtWord[]) {
  const [first, ...others] = await rarestFirst(sought, (one) => countUpTo(db, meeting(db, one)));
  if (!first) return { people: [], hasMore: false };
  const isNarrow = !reach.everywhere && (await countUpTo(db, idsWithinReach(db, reach), fewPeople)) < fewPeople;
  const candidates = isNarrow ? idsWithinReach(db, reach) : meeting(db, first.condition);
  const asked = isNarrow ? [first, ...others] : others;
  const found = await db
    .selectFrom(({ selectFrom }) =>
      selectFrom(() => candidates.as("candidate"))
        .select("candidate.id")
        .distinct()
        .as("some"),
    )
    .innerJoin("person", "person.id", "some.id")
    .select(columns)
    .where((eb) => eb.and(asked.map(({ condition }) => isMet(db, condition, eb))))
    .where(peopleWithinReach(reach))
    .limit(most + 1)
    .execute();
  return { people: found.slice(0, most), hasMore: found.length > most };
}

const meeting = (db: Reader, { word, institutionIds }: SoughtWord) => {
  const named = namesBeginning(db, word)
    .select("personWord.personId as id")
    .unionAll(addressesBeginning(db, word).select("addressWord.personId as id"));
  return institutionIds.length
    ? named.unionAll(db.selectFrom("person").select("person.id").where("person.institutionId", "in", institutionIds))
    : named;
};

const isMet = (db: Reader, { word, institutionIds }: SoughtWord, eb: ExpressionBuilder<Schema, "person">) =>
  eb.or([
    eb.exists(namesOf(db, eb.ref("person.id"), word)),
    eb.exists(
      addressesBeginning(db, word).select("addressWord.word").where("addressWord.personId", "=", eb.ref("person.id")),
    ),
    ...(institutionIds.length ? [eb("person.institutionId", "in", institutionIds)] : []),
  ]);

const addressesBeginning = (db: Reader, typed: string) =>
  db.selectFrom("addressWord").where((row) => beginsWith(row.ref("addressWord.word"), typed));

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
