import type { Locale } from "#app/i18n/locales.ts";
import { PermanentFailure } from "#app/outbox/job.ts";
import { addressedName } from "#app/people/names.ts";
import type { Zone } from "#app/time/zones.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

export type Recipient = {
  personId: Id<"person">;
  email: string;
  name: string;
  locale: Locale;
  zone: Zone;
  /** Whether they can open pages that ask who they are: what a letter leads to depends on it. */
  hasAccount: boolean;
};

/**
 * Whom a message goes to, in whose language: to the account's address, or to the one that is known of somebody without.
 * @throws PermanentFailure where no address is known, or nobody may sign in with it
 */
export async function findRecipient(db: Reader, personId: Id<"person">): Promise<Recipient> {
  const person = await db
    .selectFrom("person")
    .leftJoin("account", "account.personId", "person.id")
    .select(["account.id as accountId", "person.email as otherEmail"])
    .select(["account.email", "person.familyName", "person.givenName", "person.secondSurname", "person.nativeName"])
    .select(["person.locale", "person.zone", "person.country", "account.disabledAt"])
    .where("person.id", "=", personId)
    .executeTakeFirst();
  const email = person?.email ?? person?.otherEmail;
  if (!person || !email) throw new PermanentFailure("NoAddress");
  if (person.disabledAt) throw new PermanentFailure("AccountDisabled");
  return {
    personId,
    email,
    name: addressedName(person, person.locale),
    locale: person.locale,
    zone: person.zone,
    hasAccount: person.accountId !== null,
  };
}
