import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** Those of them whom a letter reaches: by an account that can be used, or by an address that they have without. */
export async function listReached(db: Reader, personIds: Id<"person">[]): Promise<Set<Id<"person">>> {
  if (!personIds.length) return new Set();
  const rows = await db
    .selectFrom("person")
    .leftJoin("account", "account.personId", "person.id")
    .select(["person.id", "account.disabledAt", ({ fn }) => fn.coalesce("account.email", "person.email").as("email")])
    .where("person.id", "in", personIds)
    .execute();
  return new Set(rows.flatMap(({ id, email, disabledAt }) => (email && !disabledAt ? [id] : [])));
}
