import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { Schema } from "#db/schema.ts";
import { attendedStatuses, excusedStatus } from "./measures.rules.ts";

type On<Table extends keyof Schema> = (eb: ExpressionBuilder<Schema, Table>) => Expression<SqlBool>;

/** A session that counts towards attendance. */
export const isCountedSession: On<"session"> = (eb) => eb("session.isCounted", "=", true);

/** A mark that has a say in the rate. */
export const isCounted: On<"mark" | "session"> = (eb) =>
  eb.and([isCountedSession(eb), eb("mark.status", "<>", excusedStatus)]);

/** A mark of somebody who came. */
export const isAttended: On<"mark"> = (eb) => eb("mark.status", "in", [...attendedStatuses]);
