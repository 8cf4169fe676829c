import { sql } from "kysely";
import { isAttended, isCounted } from "#app/attendance/measures.queries.ts";
import type { Marks } from "#app/attendance/measures.rules.ts";
import type { EnrolmentState } from "#app/enrolment/rules.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { folded } from "#app/tables/search.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { belongs, inScope, type OriginFilter, participations, type Scope, valid } from "./queries.ts";
import { type PeopleGroup, statesOf, type WorkshopGroup } from "./rules.ts";

export const pageSize = 50;

const offsetOf = (page: number) => (page - 1) * pageSize;

/** Ids of a page of workshops: what is planned by date, the rest from the latest back. */
export async function listWorkshopIds(
  db: Reader,
  scope: Scope,
  group: WorkshopGroup,
  page: number,
): Promise<Id<"workshop">[]> {
  const rows = await db
    .selectFrom("workshop")
    .select("workshop.id")
    .where(inScope(scope))
    .where("workshop.state", "in", statesOf[group])
    .orderBy("workshop.startsOn", group === "planned" ? "asc" : "desc")
    .orderBy("workshop.code")
    .limit(pageSize)
    .offset(offsetOf(page))
    .execute();
  return rows.map(({ id }) => id);
}

export type PeopleFilter = OriginFilter & { group: PeopleGroup };

export async function countPeople(db: Reader, scope: Scope, { group, ...origin }: PeopleFilter): Promise<number> {
  const { count } = await participations(db, scope, origin)
    .where(belongs[group])
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

export type Participation = Awaited<ReturnType<typeof listPeople>>[number];

/** Sorting by kana needs the family name first. Only the kana of a native name begin with it. */
const reading = sql<
  string | null
>`case when ${sql.ref("person.nativeName")} is null then null else ${sql.ref("person.kana")} end`;

/** A page of enrolments by the person's name, as readers of the language sort them. */
export async function listPeople(
  db: Reader,
  scope: Scope,
  { group, ...origin }: PeopleFilter,
  { page, locale }: { page: number; locale: Locale },
) {
  return participations(db, scope, origin)
    .where(belongs[group])
    .leftJoin("certificate", (join) =>
      join.onRef("certificate.enrolmentId", "=", "enrolment.id").on("certificate.status", "=", valid),
    )
    .select(["enrolment.id", "enrolment.state", "enrolment.workshopId", "certificate.number as certificateNumber"])
    .select([
      "person.familyName",
      "person.givenName",
      "person.secondSurname",
      "person.nativeName",
      "person.country",
      "person.institutionId",
    ])
    .select("institution.code as institution")
    .$if(locale === "ja", (query) =>
      query.orderBy(sql`case when ${reading} is null then 1 else 0 end`).orderBy(reading),
    )
    .orderBy(folded(sql.ref("person.familyName")))
    .orderBy(folded(sql.ref("person.givenName")))
    .orderBy("workshop.startsOn", "desc")
    .orderBy("enrolment.id")
    .limit(pageSize)
    .offset(offsetOf(page))
    .$narrowType<{ state: EnrolmentState }>()
    .execute();
}

/** The marks behind each enrolment's own rate. */
export async function countMarksOf(
  db: Reader,
  enrolmentIds: Id<"enrolment">[],
): Promise<(enrolmentId: Id<"enrolment">) => Marks> {
  if (!enrolmentIds.length) return () => none;
  const rows = await db
    .selectFrom("mark")
    .innerJoin("session", "session.id", "mark.sessionId")
    .where("mark.enrolmentId", "in", enrolmentIds)
    .where(isCounted)
    .select(({ fn }) => [
      "mark.enrolmentId",
      fn.countAll<number>().as("counted"),
      fn.countAll<number>().filterWhere(isAttended).as("attended"),
    ])
    .groupBy("mark.enrolmentId")
    .execute();
  const found = new Map(rows.map(({ enrolmentId, ...marks }) => [enrolmentId, marks]));
  return (enrolmentId) => found.get(enrolmentId) ?? none;
}

const none: Marks = { attended: 0, counted: 0 };
