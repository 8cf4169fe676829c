import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { EnrolmentState } from "#app/enrolment/rules.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { sortColumn } from "#app/people/search/found.queries.ts";
import { inScope } from "#app/progress/queries.ts";
import { pageSize } from "#app/progress/rows.queries.ts";
import { noInstitution } from "#app/progress/rules.ts";
import type { OriginFilter, Scope } from "#app/progress/scope.rules.ts";
import { belongs } from "#app/statistics/belongs.queries.ts";
import type { PeopleGroup } from "#app/statistics/rules.ts";
import { type From, type KeyPage, type ListPlace, readPage } from "#app/tables/key-paging.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";

export type PeopleFilter = OriginFilter & { group: PeopleGroup };

type Wanted = {
  place: ListPlace<"enrolment">;
  locale: Locale;
  /** The workshops with anybody in the group, where looking through them is quicker than going along the names. */
  within: Id<"workshop">[] | null;
  /** How many are read at once. */
  size?: number;
};

export type Participation = Awaited<ReturnType<typeof readRows>>[number];

/** A page of enrolments by the person's name, as readers of the language sort them. */
export async function listPeople(
  db: Reader,
  scope: Scope,
  filter: PeopleFilter,
  { place, locale, within, size = pageSize }: Wanted,
): Promise<KeyPage<Participation>> {
  const institutionId = await findInstitutionId(db, filter.institution);
  if (institutionId === "unknown") return { rows: [], previous: null, next: null };
  const people = within ? inWorkshops(db, within) : alongNames(db);
  const condition = (eb: Around) =>
    eb.and([
      inScope(scope)(eb as never),
      belongs[filter.group](eb as never),
      ...(filter.country === null ? [] : [eb("person.country", "=", filter.country)]),
      ...(institutionId === undefined ? [] : [isOf(eb, institutionId)]),
    ]);
  return readPage(place, size, {
    findKey: (id) => findKey(db, scope, id, locale),
    read: (from, limit) => readRows(people.where(condition), from, { locale, limit }),
  });
}

type Tables = "person" | "enrolment" | "workshop";
type Around = ExpressionBuilder<Schema, Tables>;

/** As cross joins, because SQLite keeps the order of their tables: people by name, and then where they are enrolled. */
const alongNames = (db: Reader) =>
  db
    .selectFrom("person")
    .crossJoin("enrolment")
    .crossJoin("workshop")
    .whereRef("enrolment.personId", "=", "person.id")
    .whereRef("workshop.id", "=", "enrolment.workshopId");

const inWorkshops = (db: Reader, ids: Id<"workshop">[]) =>
  db
    .selectFrom("person")
    .innerJoin("enrolment", "enrolment.personId", "person.id")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .where((eb) => (ids.length ? eb("enrolment.workshopId", "in", ids) : eb.lit(false)));

function readRows(
  people: ReturnType<typeof alongNames>,
  from: From<Key>,
  { locale, limit }: { locale: Locale; limit: number },
) {
  const direction = from?.isBack ? "desc" : "asc";
  return people
    .$if(from !== null, (query) => query.where(isBeyond(from as NonNullable<typeof from>, locale)))
    .leftJoin("institution", "institution.id", "person.institutionId")
    .leftJoin("certificate", (join) =>
      join
        .onRef("certificate.enrolmentId", "=", "enrolment.id")
        .on("certificate.status", "=", sql.lit("valid" as const)),
    )
    .select(["enrolment.id", "enrolment.state", "enrolment.workshopId", "certificate.number as certificateNumber"])
    .select(["person.familyName", "person.givenName", "person.secondSurname", "person.nativeName"])
    .select(["person.country", "person.institutionId", "institution.code as institution"])
    .orderBy(sortColumn(locale), direction)
    .orderBy("person.id", direction)
    .orderBy("enrolment.id", direction)
    .limit(limit)
    .$narrowType<{ state: EnrolmentState }>()
    .execute();
}

type Key = { sortedBy: string; personId: string; enrolmentId: string };

/** Where a row within the scope stands in the list: of others nobody is told even that. */
const findKey = (db: Reader, scope: Scope, id: Id<"enrolment">, locale: Locale): Promise<Key | undefined> =>
  db
    .selectFrom("enrolment")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .innerJoin("person", "person.id", "enrolment.personId")
    .where((eb) => inScope(scope)(eb as never))
    .select(["enrolment.personId", "enrolment.id as enrolmentId", `${sortColumn(locale)} as sortedBy`])
    .where("enrolment.id", "=", id)
    .executeTakeFirst();

/** In two parts, because an index holds the first alone: the names from there on, without what was there already. */
function isBeyond({ key, isBack }: NonNullable<From<Key>>, locale: Locale): Expression<SqlBool> {
  const { sortedBy, personId, enrolmentId } = key;
  const [from, upTo] = isBack ? [sql.raw("<="), sql.raw(">=")] : [sql.raw(">="), sql.raw("<=")];
  return sql<SqlBool>`(${sql.ref(sortColumn(locale))}, ${sql.ref("person.id")}) ${from} (${sortedBy}, ${personId})
    and not (${sql.ref("person.id")} = ${personId} and ${sql.ref("enrolment.id")} ${upTo} ${enrolmentId})`;
}

/** Undefined where any will do, null where a person has none. */
async function findInstitutionId(db: Reader, code: string | null) {
  if (code === null) return undefined;
  if (code === noInstitution) return null;
  const row = await db.selectFrom("institution").select("id").where("code", "=", code).executeTakeFirst();
  return row?.id ?? "unknown";
}

const isOf = (eb: Around, institutionId: Id<"institution"> | null) =>
  institutionId === null ? eb("person.institutionId", "is", null) : eb("person.institutionId", "=", institutionId);
