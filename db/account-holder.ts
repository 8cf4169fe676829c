import { type SqlBool, sql } from "kysely";

/**
 * For the join of `person` to an `account` that has done something: whose it is. One that was merged into another is of
 * whoever has that. Once for all rooms, as holding is.
 */
export const isHolder = sql<SqlBool>`person.id = coalesce(account.person_id,
  (select heir.person_id from account as heir where heir.id = account.merged_into_id))`;

/** The address of that account's holder. */
export const holderEmail = sql<string>`coalesce(account.email,
  (select heir.email from account as heir where heir.id = account.merged_into_id))`;
