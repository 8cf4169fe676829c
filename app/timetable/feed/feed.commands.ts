import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { hashToken, newToken } from "#app/sessions/token.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import { hold } from "#db/hold.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";

/**
 * Makes somebody's secret calendar address. One that they had before stops working.
 * @returns the token, which is shown once: only its hash is kept
 */
export async function makeFeed(trx: Writer, personId: Id<"person">, { accountId, at }: By): Promise<string> {
  await hold(trx, "person", personId);
  await endFeeds(trx, personId, at);
  const token = newToken();
  const feed = { id: newId<"calendarFeed">(), personId, tokenHash: hashToken(token), createdAt: at, revokedAt: null };
  await trx.insertInto("calendarFeed").values(feed).execute();
  await audit(trx, at, { accountId, action: "feed.made", subjectId: personId });
  return token;
}

/** Nothing opens somebody's calendar any more; one without an address is left as it is. */
export async function revokeFeed(trx: Writer, personId: Id<"person">, { accountId, at }: By): Promise<void> {
  if ((await endFeeds(trx, personId, at)) === 0) return;
  await audit(trx, at, { accountId, action: "feed.revoked", subjectId: personId });
}

async function endFeeds(trx: Writer, personId: Id<"person">, at: Instant): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable("calendarFeed")
    .set({ revokedAt: at })
    .where("personId", "=", personId)
    .where("revokedAt", "is", null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Days after which a revoked address is forgotten. */
const revokedFeedDays = 30;

/** Deletes addresses that were revoked long ago. @returns how many, at most so many */
export async function clearRevokedFeeds(trx: Writer, at: Instant, most: number): Promise<number> {
  const ended = trx
    .selectFrom("calendarFeed")
    .select("id")
    .where("revokedAt", "<=", plusDays(at, -revokedFeedDays))
    .limit(most);
  const { numDeletedRows } = await trx.deleteFrom("calendarFeed").where("id", "in", ended).executeTakeFirst();
  return Number(numDeletedRows);
}
