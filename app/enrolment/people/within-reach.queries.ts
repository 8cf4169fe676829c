import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Reach } from "#app/access/permissions.ts";
import { withinReach } from "#app/workshops/within-reach.ts";
import type { Reader } from "#db/database.ts";
import { asId, type Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";

/**
 * For the `where` of a query about people: the rule of `app/access/README.md`. One person is asked by two indexes, so
 * it suits a query that has found its few people otherwise. Who begins with the reach takes `idsWithinReach`.
 */
export const peopleWithinReach =
  (reach: Reach) =>
  (eb: ExpressionBuilder<Schema, "person">): Expression<SqlBool> =>
    isTakenIn(reach)(eb as never, eb.ref("person.id"));

/** The same of one person, whatever table their id stands in. */
export const isTakenIn =
  (reach: Reach) =>
  (eb: ExpressionBuilder<Schema, never>, personId: Expression<Id<"person">>): Expression<SqlBool> =>
    reach.everywhere
      ? eb.lit(true)
      : eb.or([
          isEnrolledWithin(reach)(eb, personId),
          eb.exists(
            eb
              .selectFrom("programmePerson")
              .select(sql.lit(1).as("one"))
              .where("programmePerson.personId", "=", personId)
              .where(isListedWithin(reach)),
          ),
        ]);

/** Whether somebody is or was enrolled in a workshop within reach. */
export const isEnrolledWithin =
  (reach: Reach) =>
  (eb: ExpressionBuilder<Schema, never>, personId: Expression<Id<"person">>): Expression<SqlBool> =>
    eb.exists(
      // in this order: somebody is enrolled in few workshops, and a programme has thousands
      eb
        .selectFrom("enrolment")
        .crossJoin("workshop")
        .select(sql.lit(1).as("one"))
        .where("enrolment.personId", "=", personId)
        .whereRef("workshop.id", "=", "enrolment.workshopId")
        .where(withinReach(reach)),
    );

/** The ids of those who are or were enrolled in a workshop within reach, some of them twice. */
export const idsEnrolledWithin = (db: Reader, reach: Reach) =>
  db
    .selectFrom("workshop")
    .crossJoin("enrolment")
    .whereRef("enrolment.workshopId", "=", "workshop.id")
    .where(withinReach(reach))
    .select("enrolment.personId as id");

/** The rule the other way round: the ids of everybody within a reach that is not everywhere, some of them twice. */
export const idsWithinReach = (db: Reader, reach: Reach) =>
  idsEnrolledWithin(db, reach).$if(reach.programmeIds.length > 0, (enrolled) =>
    enrolled.unionAll(
      db.selectFrom("programmePerson").where(isListedWithin(reach)).select("programmePerson.personId as id"),
    ),
  );

/** Somebody within reach, with all that is kept of them; null where nobody is. */
export async function findPersonWithin(db: Reader, reach: Reach, id: string) {
  const person = await db
    .selectFrom("person")
    .selectAll("person")
    .where("person.id", "=", asId<"person">(id))
    .where(peopleWithinReach(reach))
    .executeTakeFirst();
  return person ?? null;
}

/** Whether somebody is within reach. */
export async function isWithinReach(db: Reader, reach: Reach, personId: Id<"person">): Promise<boolean> {
  const person = await db
    .selectFrom("person")
    .select("person.id")
    .where("person.id", "=", personId)
    .where(peopleWithinReach(reach))
    .executeTakeFirst();
  return person !== undefined;
}

const isListedWithin =
  ({ programmeIds }: Reach) =>
  (eb: ExpressionBuilder<Schema, "programmePerson">): Expression<SqlBool> =>
    programmeIds.length ? eb("programmePerson.programmeId", "in", programmeIds) : eb.lit(false);
