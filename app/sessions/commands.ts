import { type Instant, plusMinutes } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { absoluteMinutes, isRunning } from "./queries.ts";
import { hashToken, newToken } from "./token.ts";

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

/** Ends one session, with `except` all others of the account, else all. @returns how many ended */
export async function closeSessions(
  trx: Writer,
  { accountId, only, except }: { accountId: Id<"account">; only?: Id<"accountSession">; except?: Id<"accountSession"> },
) {
  const { numDeletedRows } = await trx
    .deleteFrom("accountSession")
    .where("accountId", "=", accountId)
    .$if(only !== undefined, (query) => query.where("id", "=", only as Id<"accountSession">))
    .$if(except !== undefined, (query) => query.where("id", "<>", except as Id<"accountSession">))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

type Ended = { accountId?: Id<"account">; at: Instant; most?: number };

/**
 * Deletes sessions that have ended by themselves: those of one account, or all.
 * @returns how many, at most so many
 */
export async function clearEndedSessions(trx: Writer, { accountId, at, most = 1_000 }: Ended): Promise<number> {
  const ended = trx
    .selectFrom("accountSession")
    .select("id")
    .$if(accountId !== undefined, (query) => query.where("accountId", "=", accountId as Id<"account">))
    .where((row) => row.not(isRunning(at)(row)))
    .limit(most);
  const { numDeletedRows } = await trx.deleteFrom("accountSession").where("id", "in", ended).executeTakeFirst();
  return Number(numDeletedRows);
}
