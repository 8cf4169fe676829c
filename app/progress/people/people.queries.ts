import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { EnrolmentState } from "#app/enrolment/rules.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { sortColumn } from "#app/people/found.queries.ts";
import { inScope } from "#app/progress/queries.ts";
import { pageSize } from "#app/progress/rows.queries.ts";
import { noInstitution } from "#app/progress/rules.ts";
import type { OriginFilter, Scope } from "#app/progress/scope.rules.ts";
import { belongs } from "#app/statistics/belongs.queries.ts";
import type { PeopleGroup } from "#app/statistics/rules.ts";
import { type KeyPage, keyPage, type ListPlace } from "#app/tables/key-paging.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";

export type PeopleFilter = OriginFilter & { group: PeopleGroup };

type Wanted = {
  place: ListPlace<"enrolment">;
  locale: Locale;
  /** The workshops with anybody in the group, where looking through them is quicker than going along the names. */
  within: Id<"workshop">[] | null;
};

export type Participation = Awaited<ReturnType<typeof readRows>>[number];

/**
 * A page of enrolments by the person's name, as readers of the language sort them. Where the row at its place is gone,
 * or nothing is behind it, the first.
 */
export async function listPeople(
  db: Reader,
  scope: Scope,
  filter: PeopleFilter,
  { place, ...wanted }: Wanted,
): Promise<KeyPage<Participation>> {
  const institutionId = await findInstitutionId(db, filter.institution);
  if (institutionId === "unknown") return { rows: [], previous: null, next: null };
  const key = place && (await findKey(db, scope, place.id, wanted.locale));
  const from = key ? place : null;
  const rows = await readRows(
    wanted.within ? inWorkshops(db, wanted.within) : alongNames(db),
    (eb) =>
      eb.and([
        inScope(scope)(eb as never),
        belongs[filter.group](eb as never),
        ...(filter.country === null ? [] : [eb("person.country", "=", filter.country)]),
        ...(institutionId === undefined ? [] : [isOf(eb, institutionId)]),
        ...(key ? [isBeyond(key, from?.side === "before", wanted.locale)] : []),
      ]),
    { isBack: from?.side === "before", locale: wanted.locale },
  );
  if (from && !rows.length) return listPeople(db, scope, filter, { ...wanted, place: null });
  return keyPage(rows, pageSize, from);
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
  condition: (eb: Around) => Expression<SqlBool>,
  { isBack, locale }: { isBack: boolean; locale: Locale },
) {
  const direction = isBack ? "desc" : "asc";
  return people
    .where(condition)
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
    .limit(pageSize + 1)
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
function isBeyond({ sortedBy, personId, enrolmentId }: Key, isBack: boolean, locale: Locale): Expression<SqlBool> {
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
