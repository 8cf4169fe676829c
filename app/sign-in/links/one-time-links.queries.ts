import { hashToken } from "#app/sessions/token.ts";
import { type Instant, latestEnd } from "#app/time/instant.ts";
import type { Reader } from "#db/database.ts";

export type LinkPurpose = "password" | "invitation" | "firstAdministrator";

/** An invitation's: no link is valid for longer. One that seems to be was made by a clock that was wrong. */
const longestMinutes = 7 * 24 * 60;
export const latestExpiry = (at: Instant) => latestEnd(at, longestMinutes);

/**
 * An open link of one of these purposes, with its account's holder.
 * @returns null where it is used or too old, or its account is disabled
 */
export async function findOneTimeLink(db: Reader, token: string, purposes: readonly LinkPurpose[], at: Instant) {
  const link = await db
    .selectFrom("oneTimeLink")
    .leftJoin("account", "account.id", "oneTimeLink.accountId")
    .leftJoin("person", "person.id", "account.personId")
    .select(["oneTimeLink.purpose", "oneTimeLink.accountId", "account.email", "person.familyName", "person.givenName"])
    .where("oneTimeLink.tokenHash", "=", hashToken(token))
    .where("oneTimeLink.purpose", "in", [...purposes])
    .where("oneTimeLink.usedAt", "is", null)
    .where("oneTimeLink.expiresAt", ">", at)
    .where("oneTimeLink.expiresAt", "<=", latestExpiry(at))
    .where("account.disabledAt", "is", null)
    .executeTakeFirst();
  return link ?? null;
}
