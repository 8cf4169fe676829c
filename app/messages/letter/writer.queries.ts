import type { Locale } from "#app/i18n/locales.ts";
import { addressedName } from "#app/people/names.ts";
import { holderEmail, isHolder } from "#db/account-holder.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** Who has written a message, as letters of each language call them, and where answers go. */
export async function findWriter(db: Reader, accountId: Id<"account">) {
  const { email, ...names } = await db
    .selectFrom("account")
    .innerJoin("person", (join) => join.on(isHolder))
    .select([
      holderEmail.as("email"),
      "person.familyName",
      "person.givenName",
      "person.secondSurname",
      "person.nativeName",
    ])
    .select("person.country")
    .where("account.id", "=", accountId)
    .executeTakeFirstOrThrow();
  return { email, nameIn: (locale: Locale) => addressedName(names, locale) };
}

export type Writer = Awaited<ReturnType<typeof findWriter>>;
