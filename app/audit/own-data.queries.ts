import type { ExpressionBuilder } from "kysely";
import type { Owner } from "#app/access/actor.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";
import type { AuditSubject } from "./actions.ts";

/** What was changed of somebody's person and account, by whomever. */
export const findOwnData = async (db: Reader, { personId, accountId }: Owner) => ({
  changes: await db
    .selectFrom("audit")
    .select(["at", "action", "details"])
    .where((eb) => eb.or([isAbout(eb, "person", personId), isAbout(eb, "account", accountId)]))
    .orderBy("seq")
    .execute(),
});

const isAbout = (eb: ExpressionBuilder<Schema, "audit">, kind: AuditSubject, id: Id) =>
  eb.and([eb("subjectKind", "=", kind), eb("subjectId", "=", id)]);
