import { type Instant, plusMinutes } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import { newId } from "#db/new-id.ts";
import { absoluteMinutes, isRunning } from "./queries.ts";
import { hashToken, newToken } from "./token.ts";

/** @returns the token for the cookie; it is stored hashed only. */
export async function openSession(
  trx: Writer,
  { accountId, device, at }: { accountId: string; device: string; at: Instant },
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

export async function touchSession(trx: Writer, { sessionId, at }: { sessionId: string; at: Instant }) {
  await trx.updateTable("accountSession").set({ seenAt: at }).where("id", "=", sessionId).execute();
}

/** Ends one session, with `except` all others of the account, else all. @returns how many ended */
export async function closeSessions(
  trx: Writer,
  { accountId, only, except }: { accountId: string; only?: string; except?: string },
) {
  const { numDeletedRows } = await trx
    .deleteFrom("accountSession")
    .where("accountId", "=", accountId)
    .$if(only !== undefined, (query) => query.where("id", "=", only as string))
    .$if(except !== undefined, (query) => query.where("id", "<>", except as string))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Rows of sessions that have ended by themselves: one account's, or everybody's. */
export async function clearEndedSessions(trx: Writer, { accountId, at }: { accountId?: string; at: Instant }) {
  await trx
    .deleteFrom("accountSession")
    .$if(accountId !== undefined, (query) => query.where("accountId", "=", accountId as string))
    .where((row) => row.not(isRunning(at)(row)))
    .execute();
}
