import { type SqlBool, sql } from "kysely";
import { everywhere, type Reach } from "#app/access/permissions.ts";
import { isClaimed } from "#app/accounts/queries.ts";
import { accountState } from "#app/accounts/rules.ts";
import { idsWithinReach, isTakenIn } from "#app/enrolment/people/within-reach.queries.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { isFoundBy, listMeeting, ofInstitutions, type PersonCondition, sortColumn } from "#app/people/found.queries.ts";
import { type ListPlace, readPage, totalUpTo } from "#app/tables/key-paging.ts";
import { wordsOf } from "#app/tables/search.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

const pageSize = 25;
/** So many are counted, and sorted once they have been found. */
const most = 1_000;

export type WithinFilter = {
  q: string;
  institutionId: Id<"institution"> | null;
  country: string | null;
  /** Who is in one of its workshops or on its list. */
  programmeId: Id<"programme"> | null;
};
type Listing = WithinFilter & {
  place: ListPlace<"person">;
  locale: Locale;
  /** How many are read at once. */
  size?: number;
};

/**
 * A page of the people within reach, by family name. Every word of `q` must begin a word of a name in any script, of
 * the address or of the institution's name. Of very many that do, a thousand are listed: another word finds the others.
 */
export async function listPeopleWithin(
  db: Reader,
  reach: Reach,
  { q, place, locale, size = pageSize, ...filter }: Listing,
) {
  const words = await Promise.all(wordsOf(q).map((word) => isFoundBy(db, word)));
  const conditions = [...words, ...conditionsOf(db, reach, filter)];
  const found = conditions.length ? await listMeeting(db, conditions, most + 1) : await listSome(db);
  // those of a long list without words stand anywhere in the order of names: it is read along that
  const isSorted = words.length > 0 || (conditions.length > 0 && found.length <= most);
  const people = isSorted ? found.slice(0, most) : null;
  const page = await readPage(place, size, {
    findKey: (id) => findKey(db, id, { locale, reach }),
    read: (from, limit) => {
      const [direction, side] = from?.isBack ? (["desc", "<"] as const) : (["asc", ">"] as const);
      return db
        .selectFrom("person")
        .$if(people !== null, (query) =>
          query.where((eb) => (people?.length ? eb("person.id", "in", people) : eb.lit(false))),
        )
        .$if(people === null, (query) =>
          query.where((eb) => eb.and(conditions.map(({ isMet }) => isMet(eb as never, eb.ref("person.id"))))),
        )
        .$if(from !== null, (query) =>
          query.where(
            sql<SqlBool>`(${sql.ref(sortColumn(locale))}, person.id) ${sql.raw(side)}
              (${from?.key.sortedBy}, ${from?.key.id})`,
          ),
        )
        .select("person.id")
        .orderBy(sortColumn(locale), direction)
        .orderBy("person.id", direction)
        .limit(limit)
        .execute();
    },
  });
  const ids = page.rows.map(({ id }) => id);
  const total = totalUpTo(found.length, most);
  return { ...page, rows: await listRows(db, ids), total, isPart: words.length > 0 && total.isMore };
}

/** One more than are counted, at most: then there are more. */
async function listSome(db: Reader): Promise<Id<"person">[]> {
  const rows = await db
    .selectFrom("person")
    .select("id")
    .limit(most + 1)
    .execute();
  return rows.map(({ id }) => id);
}

/** In the order of their ids as they are given. */
async function listRows(db: Reader, ids: Id<"person">[]) {
  if (!ids.length) return [];
  const rows = await db
    .selectFrom("person")
    .leftJoin("account", "account.personId", "person.id")
    .select(["person.id", "person.familyName", "person.givenName", "person.secondSurname", "person.nativeName"])
    .select([
      "person.latinName",
      "person.kana",
      "person.institutionId",
      "person.post",
      "person.postLevel",
      "person.sex",
      "person.country",
      "person.locale",
    ])
    .select(["account.id as accountId", "account.disabledAt", (eb) => isClaimed(eb as never)])
    .select(({ fn }) => fn.coalesce("account.email", "person.email").as("email"))
    .where("person.id", "in", ids)
    .execute();
  const byId = new Map(
    rows.map(({ accountId, disabledAt, isClaimed, ...person }) => [
      person.id,
      { ...person, state: accountId && accountState({ disabledAt, isClaimed }) },
    ]),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Nobody hears by the place of a page where somebody stands whom they may not see. */
const findKey = (db: Reader, id: Id<"person">, { locale, reach }: { locale: Locale; reach: Reach }) =>
  db
    .selectFrom("person")
    .select([`${sortColumn(locale)} as sortedBy`, "person.id"])
    .where("person.id", "=", id)
    .where((eb) => isTakenIn(reach)(eb as never, eb.ref("person.id")))
    .executeTakeFirst();

function conditionsOf(db: Reader, reach: Reach, filter: Omit<WithinFilter, "q">): PersonCondition[] {
  const { institutionId, country, programmeId } = filter;
  const ofCountry = db
    .selectFrom("person")
    .select("person.id")
    .where("person.country", "=", country ?? "");
  const ofProgramme = { ...everywhere, everywhere: false, programmeIds: programmeId ? [programmeId] : [] };
  const within = (place: Reach): PersonCondition => ({ matching: idsWithinReach(db, place), isMet: isTakenIn(place) });
  return [
    ...(reach.everywhere ? [] : [within(reach)]),
    ...(programmeId ? [within(ofProgramme)] : []),
    ...(institutionId ? [alike(ofInstitutions(db, [institutionId]))] : []),
    ...(country ? [alike(ofCountry)] : []),
  ];
}

/** What people's own rows say. */
const alike = (people: ReturnType<typeof ofInstitutions>): PersonCondition => ({
  matching: people,
  isMet: (eb, personId) => eb.exists(people.where("person.id", "=", personId)),
});
