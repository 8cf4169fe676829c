import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import { isAttended, isCounted } from "#app/attendance/measures.queries.ts";
import { seatedStates } from "#app/enrolment/rules.ts";
import type { Schema } from "#db/schema.ts";
import type { PeopleGroup } from "./rules.ts";

type On<Table extends keyof Schema> = (eb: ExpressionBuilder<Schema, Table>) => Expression<SqlBool>;

const isSeated: On<"enrolment"> = (eb) => eb("enrolment.state", "in", [...seatedStates]);

/** Who is in a group: the one definition behind both its figure and its rows. */
export const belongs: Record<PeopleGroup, On<"enrolment">> = {
  enrolled: isSeated,
  reserve: (eb) => eb("enrolment.state", "=", "reserve"),
  attending: (eb) => eb.and([isSeated(eb), eb.exists(marksOf(eb).where(isAttended))]),
  certified: (eb) => eb.and([isSeated(eb), eb.exists(certificatesOf(eb, "valid"))]),
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

/** Of an enrolment. The status is written out: with a parameter SQLite would not use the index of valid ones. */
export const certificatesOf = (eb: ExpressionBuilder<Schema, "enrolment">, status: "valid" | "revoked") =>
  eb
    .selectFrom("certificate")
    .select(({ lit }) => lit(1).as("one"))
    .whereRef("certificate.enrolmentId", "=", "enrolment.id")
    .where("certificate.status", "=", sql.lit(status));
