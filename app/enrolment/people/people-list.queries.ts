import { everywhere, type Reach } from "#app/access/permissions.ts";
import { isClaimed } from "#app/accounts/queries.ts";
import { accountState } from "#app/accounts/rules.ts";
import { idsWithinReach, isTakenIn } from "#app/enrolment/people/within-reach.queries.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { type ByName, listByName } from "#app/people/search/by-name.queries.ts";
import { isFoundBy, ofInstitutions, type PersonCondition, sortColumn } from "#app/people/search/found.queries.ts";
import { wordsOf } from "#app/tables/search.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

export type WithinFilter = {
  q: string;
  institutionId: Id<"institution"> | null;
  country: string | null;
  /** Who is in one of its workshops or on its list. */
  programmeId: Id<"programme"> | null;
};

/** A page of the people within reach. Every word of `q` must find them by a name, the address or the institution. */
export async function listPeopleWithin(
  db: Reader,
  reach: Reach,
  { q, place, locale, size, ...filter }: WithinFilter & ByName<"person">,
) {
  const { ids, ...listed } = await listByName(db, {
    ...{ place, locale, size },
    words: await Promise.all(wordsOf(q).map((word) => isFoundBy(db, word))),
    others: conditionsOf(db, reach, filter),
    everybody: (most) => db.selectFrom("person").select("id").limit(most).execute(),
    rows: () => db.selectFrom("person"),
    rowId: "person.id",
    findKey: (id) => findKey(db, id, { locale, reach }),
  });
  return { ...listed, rows: await listRows(db, ids) };
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
    .select([`${sortColumn(locale)} as sortedBy`, "person.id as personId"])
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
