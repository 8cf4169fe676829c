import { type Instant, plusMinutes } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { absoluteMinutes, isKnown, isRunning } from "./queries.ts";
import { hashToken, newToken } from "./token.ts";

/** Both databases limit the values of one statement. */
const rowsAtOnce = 1000;

/** @returns the token for the cookie; it is stored hashed only. */
export async function openSession(
  trx: Writer,
  { accountId, device, at }: { accountId: Id<"account">; device: string; at: Instant },
) {
  const token = newToken();
  await trx
    .insertInto("accountSession")
    .values({
      id: newId(),
      tokenHash: hashToken(token),
      accountId,
      createdAt: at,
      seenAt: at,
      expiresAt: plusMinutes(at, absoluteMinutes),
      device: device.slice(0, 200),
    })
    .execute();
  return token;
}

export async function touchSession(trx: Writer, { sessionId, at }: { sessionId: Id<"accountSession">; at: Instant }) {
  await trx.updateTable("accountSession").set({ seenAt: at }).where("id", "=", sessionId).execute();
}

type Closing = {
  accountId: Id<"account">;
  only?: Id<"accountSession">;
  except?: Id<"accountSession">;
  at: Instant;
};

/** Ends one session, with `except` all others of the account, else all. @returns how many ended */
export async function closeSessions(trx: Writer, { accountId, only, except, at }: Closing) {
  const ended = await trx
    .deleteFrom("accountSession")
    .where("accountId", "=", accountId)
    .$if(only !== undefined, (query) => query.where("id", "=", only as Id<"accountSession">))
    .$if(except !== undefined, (query) => query.where("id", "<>", except as Id<"accountSession">))
    .returning(["tokenHash", "accountId"])
    .execute();
  await rememberEnded(trx, ended, at);
  return ended.length;
}

type Ended = { accountId?: Id<"account">; at: Instant; most?: number };

/**
 * Deletes sessions that have ended by themselves: those of one account, or all.
 * @returns how many, at most so many
 */
export async function clearEndedSessions(trx: Writer, { accountId, at, most = 1_000 }: Ended): Promise<number> {
  const over = trx
    .selectFrom("accountSession")
    .select("id")
    .$if(accountId !== undefined, (query) => query.where("accountId", "=", accountId as Id<"account">))
    .where((row) => row.not(isRunning(at)(row)))
    .limit(most);
  const ended = await trx
    .deleteFrom("accountSession")
    .where("id", "in", over)
    .returning(["tokenHash", "accountId"])
    .execute();
  await rememberEnded(trx, ended, at);
  return ended.length;
}

/** Their tokens open nothing any more, but say for a day whose form it is that still comes with one. */
async function rememberEnded(trx: Writer, ended: { tokenHash: string; accountId: Id<"account"> }[], endedAt: Instant) {
  for (let start = 0; start < ended.length; start += rowsAtOnce)
    await trx
      .insertInto("endedSession")
      .values(ended.slice(start, start + rowsAtOnce).map((session) => ({ ...session, endedAt })))
      .execute();
}

/** Deletes what is no longer known of sessions that have ended. @returns how many, at most so many */
export async function clearFormerTokens(trx: Writer, at: Instant, most: number): Promise<number> {
  const unknown = trx
    .selectFrom("endedSession")
    .select("tokenHash")
    .where((row) => row.not(isKnown(at)(row)))
    .limit(most);
  const { numDeletedRows } = await trx.deleteFrom("endedSession").where("tokenHash", "in", unknown).executeTakeFirst();
  return Number(numDeletedRows);
}
