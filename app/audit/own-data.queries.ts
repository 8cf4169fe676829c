import { sql } from "kysely";
import type { Owner } from "#app/access/actor.ts";
import type { Reader } from "#db/database.ts";
import { isAbout } from "./queries.ts";

/**
 * What was changed of somebody's person and account, by whomever. In one statement, so that an entry that is being
 * sealed is there once.
 */
export async function findOwnData(db: Reader, owner: Owner) {
  const sealed = db
    .selectFrom("audit")
    .select(["at", "action", "details", "seq", sql.lit("").as("id")])
    .where(isAboutOwner(owner));
  const pending = db
    .selectFrom("auditPending")
    .select(["at", "action", "details", sql.lit(afterAll).as("seq"), ({ ref }) => ref("id").$castTo<string>().as("id")])
    .where(isAboutOwner(owner));
  const changes = await sealed.unionAll(pending).orderBy("seq").orderBy("id").execute();
  return { changes: changes.map(({ at, action, details }) => ({ at, action, details })) };
}

/** What waits for its place comes after whatever has one. */
const afterAll = Number.MAX_SAFE_INTEGER;

const isAboutOwner = ({ personId, accountIds }: Owner) => {
  const about = [isAbout("person", personId), ...accountIds.map((id) => isAbout("account", id))];
  return sql<boolean>`(${sql.join(about, sql` or `)})`;
};
