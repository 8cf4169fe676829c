import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Addressee } from "./rendering.ts";

/** Somebody by the names, language and clock in which a text is filled in for them. */
export const findAddressee = (db: Reader, personId: Id<"person">): Promise<Addressee> =>
  db
    .selectFrom("person")
    .select(["familyName", "givenName", "secondSurname", "nativeName", "country", "locale", "zone"])
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
