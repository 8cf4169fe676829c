import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Reach } from "#app/access/permissions.ts";
import { isAttended, isCounted } from "#app/attendance/measures.queries.ts";
import type { Marks } from "#app/attendance/measures.rules.ts";
import { seatedStates } from "#app/enrolment/rules.ts";
import { withinReach } from "#app/workshops/within-reach.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";
import { type Figures, noInstitution, type PeopleGroup, type Period, statesOf, type WorkshopGroup } from "./rules.ts";

/**
 * What the figures are about: workshops within reach, of one programme or all, that start within a period or any time.
 */
export type Scope = { reach: Reach; programmeId: Id<"programme"> | null; period: Period | null };

/** Whose figures: of one country or all, of one institution (its code, or `none`) or all. */
export type OriginFilter = { country: string | null; institution: string | null };

type On<Table extends keyof Schema> = (eb: ExpressionBuilder<Schema, Table>) => Expression<SqlBool>;

export const inScope =
  ({ reach, programmeId, period }: Scope): On<"workshop"> =>
  (eb) =>
    eb.and([
      eb("workshop.state", "<>", "cancelled"),
      withinReach(reach)(eb),
      ...(programmeId === null ? [] : [eb("workshop.programmeId", "=", programmeId)]),
      ...(period === null
        ? []
        : [eb("workshop.startsOn", ">=", period.from), eb("workshop.startsOn", "<", period.until)]),
    ]);

const isSeated: On<"enrolment"> = (eb) => eb("enrolment.state", "in", [...seatedStates]);

/** Who is in a group: the one definition behind both its figure and its rows. */
export const belongs: Record<PeopleGroup, On<"enrolment">> = {
  enrolled: isSeated,
  reserve: (eb) => eb("enrolment.state", "=", "reserve"),
  attending: (eb) => eb.and([isSeated(eb), eb.exists(marksOf(eb).where(isAttended))]),
  certified: (eb) => eb.and([isSeated(eb), eb.exists(certificatesOf(eb))]),
  marked: (eb) =>
    eb.and([
      isSeated(eb),
      eb.exists(marksOf(eb).innerJoin("session", "session.id", "mark.sessionId").where(isCounted)),
    ]),
};

const marksOf = (eb: ExpressionBuilder<Schema, "enrolment">) =>
  eb
    .selectFrom("mark")
    .select(({ lit }) => lit(1).as("one"))
    .whereRef("mark.enrolmentId", "=", "enrolment.id");

// written out: with a bound parameter SQLite would not use the index of valid certificates
export const valid = sql.lit("valid" as const);

const certificatesOf = (eb: ExpressionBuilder<Schema, "enrolment">) =>
  eb
    .selectFrom("certificate")
    .select(({ lit }) => lit(1).as("one"))
    .whereRef("certificate.enrolmentId", "=", "enrolment.id")
    .where("certificate.status", "=", valid);

/** Whether somebody is of this origin. */
const ofOrigin =
  ({ country, institution }: OriginFilter): On<"person" | "institution"> =>
  (eb) =>
    eb.and([
      ...(country === null ? [] : [eb("person.country", "=", country)]),
      ...(institution === null
        ? []
        : [
            institution === noInstitution
              ? eb("person.institutionId", "is", null)
              : eb("institution.code", "=", institution),
          ]),
    ]);

export async function countWorkshops(db: Reader, scope: Scope): Promise<Record<WorkshopGroup, number>> {
  return db
    .selectFrom("workshop")
    .where(inScope(scope))
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere("workshop.state", "in", statesOf.planned).as("planned"),
      fn.countAll<number>().filterWhere("workshop.state", "in", statesOf.running).as("running"),
      fn.countAll<number>().filterWhere("workshop.state", "in", statesOf.completed).as("completed"),
    ])
    .executeTakeFirstOrThrow();
}

export type WorkshopFigures = Figures & {
  workshopId: Id<"workshop">;
  country: string;
  institutionId: Id<"institution"> | null;
};

/** The figures of some workshops, each by where its people come from. */
export async function listFiguresOf(db: Reader, workshopIds: Id<"workshop">[]): Promise<WorkshopFigures[]> {
  const tally = db
    .selectFrom("mark")
    .innerJoin("session", "session.id", "mark.sessionId")
    .where("session.workshopId", "in", workshopIds)
    .select("mark.enrolmentId")
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere(isAttended).as("came"),
      fn.countAll<number>().filterWhere(isCounted).as("counted"),
      fn
        .countAll<number>()
        .filterWhere((row) => row.and([isCounted(row), isAttended(row)]))
        .as("attended"),
    ])
    .groupBy("mark.enrolmentId");
  return (
    db
      .selectFrom("enrolment")
      .innerJoin("person", "person.id", "enrolment.personId")
      .leftJoin(tally.as("tally"), "tally.enrolmentId", "enrolment.id")
      .where("enrolment.workshopId", "in", workshopIds)
      .where("enrolment.state", "in", [...seatedStates, "reserve"])
      .select(["enrolment.workshopId", "person.country", "person.institutionId"])
      // `as never`: the condition asks for the enrolment alone, and the compiler sees the tally beside it
      // a sum of counts is a decimal, and so a text, to PostgreSQL
      .select(({ fn, cast, lit }) => [
        fn.countAll<number>().filterWhere(belongs.enrolled).as("enrolled"),
        fn
          .countAll<number>()
          .filterWhere((eb) => eb.and([belongs.enrolled(eb as never), eb("tally.came", ">", 0)]))
          .as("attending"),
        fn.countAll<number>().filterWhere(belongs.certified).as("certified"),
        fn
          .countAll<number>()
          .filterWhere((eb) => eb.and([belongs.enrolled(eb as never), eb("tally.counted", ">", 0)]))
          .as("marked"),
        fn.countAll<number>().filterWhere(belongs.reserve).as("reserve"),
        cast(fn.coalesce(fn.sum<number>("tally.counted").filterWhere(belongs.enrolled), lit(0)), "integer")
          .$castTo<number>()
          .as("counted"),
        cast(fn.coalesce(fn.sum<number>("tally.attended").filterWhere(belongs.enrolled), lit(0)), "integer")
          .$castTo<number>()
          .as("attended"),
      ])
      .groupBy(["enrolment.workshopId", "person.country", "person.institutionId"])
      .execute()
  );
}

/** The marks behind one origin's rate. */
export async function countMarks(db: Reader, scope: Scope, origin: OriginFilter): Promise<Marks> {
  return countedMarks(db, scope, origin).executeTakeFirstOrThrow();
}

/** Months in which workshops within reach start, as `2026-11`. */
export async function listMonths(db: Reader, reach: Reach): Promise<string[]> {
  const rows = await db
    .selectFrom("workshop")
    .where(inScope({ reach, programmeId: null, period: null }))
    .select(sql<string>`substr(${sql.ref("workshop.startsOn")}, 1, 7)`.as("month"))
    .distinct()
    .execute();
  return rows.map(({ month }) => month);
}

export const participations = (db: Reader, scope: Scope, origin: OriginFilter) =>
  db
    .selectFrom("enrolment")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .innerJoin("person", "person.id", "enrolment.personId")
    .leftJoin("institution", "institution.id", "person.institutionId")
    .where(inScope(scope))
    .where(ofOrigin(origin));

const countedMarks = (db: Reader, scope: Scope, origin: OriginFilter) =>
  participations(db, scope, origin)
    .innerJoin("mark", "mark.enrolmentId", "enrolment.id")
    .innerJoin("session", "session.id", "mark.sessionId")
    .where(isSeated)
    .where(isCounted)
    .select(({ fn }) => [
      fn.countAll<number>().as("counted"),
      fn.countAll<number>().filterWhere(isAttended).as("attended"),
    ]);
