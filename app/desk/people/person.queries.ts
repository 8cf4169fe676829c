import type { Reach } from "#app/access/permissions.ts";
import { peopleWithinReach } from "#app/enrolment/people-within-reach.queries.ts";
import { isHolder } from "#db/account-holder.ts";
import type { Reader } from "#db/database.ts";
import { asId } from "#db/id.ts";

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

/** Whose accounts these are. */
export async function listDoers(db: Reader, accountIds: string[]) {
  if (!accountIds.length) return [];
  return db
    .selectFrom("account")
    .innerJoin("person", (join) => join.on(isHolder))
    .select(["account.id", "person.familyName", "person.givenName", "person.secondSurname"])
    .select(["person.nativeName", "person.country"])
    .where(
      "account.id",
      "in",
      accountIds.map((id) => asId<"account">(id)),
    )
    .execute();
}
