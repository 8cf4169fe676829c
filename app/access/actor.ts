import type { Locale } from "#app/i18n/locales.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Zone } from "#app/time/zones.ts";
import type { Id } from "#db/id.ts";
import type { Grant } from "./permissions.ts";

/** The signed-in person behind a request. */
export type Actor = {
  accountId: Id<"account">;
  sessionId: Id<"accountSession">;
  personId: Id<"person">;
  givenName: string;
  familyName: string;
  /** In the person's own script, where it is not Latin. */
  nativeName: string | null;
  country: string;
  locale: Locale;
  zone: Zone;
  grants: Grant[];
};

/** Whose own data somebody asks for: the person, and the account by which they are known to ask. */
export type Owner = Pick<Actor, "personId" | "accountId"> & {
  /** That account, and those that have become part of it. */
  accountIds: Id<"account">[];
};

/** Who changes something, and when: of one request. Null for the first administrator, who has no account yet. */
export type By = { accountId: Id<"account"> | null; at: Instant };
