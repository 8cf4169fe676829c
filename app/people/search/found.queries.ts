import type { AliasableExpression, Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { Locale } from "#app/i18n/locales.ts";
import { listInstitutionsNamed } from "#app/institutions/queries.ts";
import { countedRows, countUpTo } from "#app/tables/count-up-to.queries.ts";
import { beginsWith, type Frequent, rarestFirst, spellingsOf } from "#app/tables/search.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";

/** The people of whose names one has such a word: each as often as such words are in it. */
const namesBeginning = (db: Reader, typed: string) =>
  db.selectFrom("personWord").where((row) => beginsWith(row.ref("personWord.word"), typed));

/** Those words of one person: there are some where they are found so. */
export const namesOf = (db: Reader, personId: Expression<Id<"person">>, typed: string) =>
  namesBeginning(db, typed).select("personWord.word").where("personWord.personId", "=", personId);

/** The people whose address has such a word. */
const addressesBeginning = (db: Reader, typed: string) =>
  db.selectFrom("addressWord").where((row) => beginsWith(row.ref("addressWord.word"), typed));

/** Those words of one person. */
const addressesOf = (db: Reader, personId: Expression<Id<"person">>, typed: string) =>
  addressesBeginning(db, typed).select("addressWord.word").where("addressWord.personId", "=", personId);

/** The column by which readers of a language find people in order. */
export const sortColumn = (locale: Locale) => (locale === "ja" ? "person.sortReading" : "person.sortName");

/** Something that people must meet: those who do, and whether one does. */
export type PersonCondition = {
  matching: AliasableExpression<{ id: Id<"person"> }>;
  /** Beside them also people whom this search finds nowhere: they cost less to count, and to compare with. */
  anybody?: PersonCondition["matching"];
  isMet: (eb: ExpressionBuilder<Schema, never>, personId: Expression<Id<"person">>) => Expression<SqlBool>;
};

/**
 * Who meets all conditions, of which there is at least one. It begins with the rarest. Where even that is met by very
 * many, some of them are looked at: no search looks at everybody. In an order, so that each page of a list is cut from
 * the same.
 */
export async function listMeeting(
  db: Reader,
  conditions: readonly PersonCondition[],
  most: number,
): Promise<Id<"person">[]> {
  const [first, ...others] = await rarestFirst(conditions, ({ matching, anybody = matching }) =>
    countUpTo(db, anybody),
  );
  if (!first) return [];
  const list = async (lookedAt: number) =>
    (await meeting(db, first.condition, others, lookedAt).limit(most).execute()).map(({ id }) => id);
  // where the others are met by very many, perhaps by nearly each, a few are enough
  const some = others.every(({ count }) => isMetByMany(count)) ? await list(Math.ceil(lookedAtFirst * most)) : [];
  return some.length === most ? some : list(countedRows);
}

const isMetByMany = (count: number) => count >= countedRows;

/** For each that is asked for, so many are looked at first. */
const lookedAtFirst = 1.25;

const meeting = (
  db: Reader,
  { matching: rarest }: PersonCondition,
  others: Frequent<PersonCondition>[],
  lookedAt: number,
) =>
  db
    .selectFrom(({ selectFrom }) =>
      selectFrom(({ selectFrom: inside }) =>
        inside(() => rarest.as("matching"))
          .select("id")
          .limit(countedRows)
          .as("some"),
      )
        .select("id")
        .distinct()
        .limit(lookedAt)
        .as("candidate"),
    )
    .select("candidate.id")
    .where((eb) =>
      eb.and(
        others.map(({ condition: { matching, anybody = matching, isMet }, count }) =>
          isMetByMany(count) ? isMet(eb as never, eb.ref("candidate.id")) : eb("candidate.id", "in", anybody as never),
        ),
      ),
    )
    .orderBy("candidate.id");

/** Those of so many are asked one by one. */
const fewPeople = 2_000;

/**
 * Some of those in a place whom all words find, each once. It stops as soon as it has as many as are asked for. Of a
 * place with few people each is asked; of another, those of the rarest word.
 * @param isFew whether the place may have few people at all
 */
export async function listSomeMeeting(
  db: Reader,
  words: readonly PersonCondition[],
  { place, isFew, most }: { place: PersonCondition; isFew: boolean; most: number },
): Promise<Id<"person">[]> {
  const ordered = (await rarestFirst(words, ({ matching }) => countUpTo(db, matching))).map((one) => one.condition);
  if (!ordered.length) return [];
  const isNarrow = isFew && (await countUpTo(db, place.matching, fewPeople)) < fewPeople;
  const [first, ...others] = (isNarrow ? [place, ...ordered] : [...ordered, place]) as [PersonCondition];
  const found = await db
    .selectFrom(({ selectFrom }) =>
      selectFrom(() => first.matching.as("matching"))
        .select("id")
        .distinct()
        .as("candidate"),
    )
    .select("candidate.id")
    .where((eb) => eb.and((others as PersonCondition[]).map(({ isMet }) => isMet(eb as never, eb.ref("candidate.id")))))
    .limit(most)
    .execute();
  return found.map(({ id }) => id);
}

/** A typed word finds whoever has a name, in any script, of which a word begins so. */
export const namedBy = (db: Reader, typed: string): PersonCondition => wordsBeginning(db, typed, { addresses: false });

/** Whom a search may find at all: such as those who have an account. */
type Only = PersonCondition["isMet"];

/** A typed word finds by a name and by the address. */
export const calledBy = (db: Reader, typed: string, only?: Only): PersonCondition =>
  wordsBeginning(db, typed, { addresses: true, only });

/** A typed word finds by a name, by the address, and by the name of the institution. */
export async function isFoundBy(db: Reader, typed: string): Promise<PersonCondition> {
  const institutionIds = await listInstitutionsNamed(db, typed);
  const called = wordsBeginning(db, typed, { addresses: true });
  if (!institutionIds.length) return called;
  const workingThere = ofInstitutions(db, institutionIds);
  return {
    matching: called.matching.unionAll(workingThere),
    isMet: (eb, personId) =>
      eb.or([called.isMet(eb, personId), eb.exists(workingThere.where("person.id", "=", personId))]),
  };
}

/** The words of names, and perhaps those of addresses, that begin as it was typed: in each spelling. */
function wordsBeginning(db: Reader, typed: string, { addresses, only }: { addresses: boolean; only?: Only }) {
  const spellings = spellingsOf(typed) as [string, ...string[]];
  const found = (spelling: string, among?: Only) => {
    const named = namesBeginning(db, spelling)
      .$if(among !== undefined, (query) =>
        query.where((eb) => (among as Only)(eb as never, eb.ref("personWord.personId"))),
      )
      .select("personWord.personId as id");
    const addressed = addressesBeginning(db, spelling)
      .$if(among !== undefined, (query) =>
        query.where((eb) => (among as Only)(eb as never, eb.ref("addressWord.personId"))),
      )
      .select("addressWord.personId as id");
    return addresses ? named.unionAll(addressed) : named;
  };
  const [first, ...others] = spellings;
  const all = (among?: Only) =>
    others.reduce((query, spelling) => query.unionAll(found(spelling, among)), found(first, among));
  const isMet: PersonCondition["isMet"] = (eb, personId) =>
    eb.or(
      spellings.flatMap((spelling) => [
        eb.exists(namesOf(db, personId, spelling)),
        ...(addresses ? [eb.exists(addressesOf(db, personId, spelling))] : []),
      ]),
    );
  return { matching: all(only), anybody: all(), isMet };
}

/** The people of these institutions, of which there is at least one. */
export const ofInstitutions = (db: Reader, ids: Id<"institution">[]) =>
  db.selectFrom("person").select("person.id").where("person.institutionId", "in", ids);
