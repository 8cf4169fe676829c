import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import { isAttended, isCounted } from "#app/attendance/measures.queries.ts";
import { seatedStates } from "#app/enrolment/rules.ts";
import { withinReach } from "#app/workshops/within-reach.ts";
import type { Schema } from "#db/schema.ts";
import type { PeopleGroup } from "./rules.ts";
import type { Scope } from "./scope.rules.ts";

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
