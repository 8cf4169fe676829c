import { hashToken, newToken } from "#app/sessions/token.ts";
import { type Instant, plusMinutes } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { type LinkPurpose, latestExpiry } from "./one-time-links.queries.ts";

type NewLink = { accountId: Id<"account"> | null; purpose: LinkPurpose; at: Instant; minutes: number };

/** @returns the token for the link; an older unused link of the same purpose stops working. */
export async function createOneTimeLink(trx: Writer, { accountId, purpose, at, minutes }: NewLink): Promise<string> {
  const token = newToken();
  await trx
    .updateTable("oneTimeLink")
    .set({ usedAt: at })
    .where("accountId", accountId === null ? "is" : "=", accountId)
    .where("purpose", "=", purpose)
    .where("usedAt", "is", null)
    .execute();
  await trx
    .insertInto("oneTimeLink")
    .values({ tokenHash: hashToken(token), purpose, accountId, createdAt: at, expiresAt: plusMinutes(at, minutes) })
    .execute();
  return token;
}

/** @returns false where somebody else was quicker, the link is too old, or meant for something else. */
export async function redeemLink(
  trx: Writer,
  token: string,
  purposes: readonly LinkPurpose[],
  at: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("oneTimeLink")
    .set({ usedAt: at })
    .where("tokenHash", "=", hashToken(token))
    .where("purpose", "in", [...purposes])
    .where("usedAt", "is", null)
    .where("expiresAt", ">", at)
    .where("expiresAt", "<=", latestExpiry(at))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Links still on their way to an account open nothing any more. */
export async function closeLinks(trx: Writer, { accountId, at }: { accountId: Id<"account">; at: Instant }) {
  await trx
    .updateTable("oneTimeLink")
    .set({ usedAt: at })
    .where("accountId", "=", accountId)
    .where("usedAt", "is", null)
    .execute();
}

/** So long a link is kept after it was used, or could have been. */
export const endedLinkDays = 1;

/** Deletes links that open nothing any more. @returns how many, at most so many */
export async function clearEndedLinks(trx: Writer, at: Instant, most: number): Promise<number> {
  const until = plusMinutes(at, -endedLinkDays * 24 * 60);
  const ended = trx
    .selectFrom("oneTimeLink")
    .select("tokenHash")
    .where((row) =>
      row.or([row("usedAt", "<=", until), row("expiresAt", "<=", until), row("expiresAt", ">", latestExpiry(at))]),
    )
    .limit(most);
  const { numDeletedRows } = await trx.deleteFrom("oneTimeLink").where("tokenHash", "in", ended).executeTakeFirst();
  return Number(numDeletedRows);
}
