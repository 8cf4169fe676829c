import { isHolder } from "#db/account-holder.ts";
import type { Reader } from "#db/database.ts";
import { asId } from "#db/id.ts";

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
