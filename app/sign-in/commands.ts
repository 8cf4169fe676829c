import type { Actor, By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { clearEndedSessions, closeSessions, openSession } from "#app/sessions/commands.ts";
import type { Writer } from "#db/database.ts";
import { closeLinks } from "./one-time-links.commands.ts";

type SignIn = {
  accountId: string;
  /** The one that the password has just been compared with. */
  passwordHash: string;
  /** Whoever was signed in in this browser. */
  former: Actor | null;
  device: string;
};

/** @returns the new session's token; null where the password was changed or the account disabled since the comparison */
export async function signIn(
  trx: Writer,
  { accountId, passwordHash, former, device }: SignIn,
  by: By,
): Promise<string | null> {
  const { at } = by;
  // changes nothing, but holds the row: a password that is being changed at this moment ends this session too
  const { numUpdatedRows } = await trx
    .updateTable("account")
    .set({ passwordHash })
    .where("id", "=", accountId)
    .where("passwordHash", "=", passwordHash)
    .where("disabledAt", "is", null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return null;
  if (former) await closeSessions(trx, { accountId: former.accountId, only: former.sessionId });
  await clearEndedSessions(trx, { accountId, at });
  await audit(trx, at, {
    accountId: by.accountId,
    action: "session.opened",
    subjectKind: "account",
    subjectId: accountId,
  });
  return openSession(trx, { accountId, device, at });
}

export async function signOut(trx: Writer, { accountId, sessionId }: Actor, by: By) {
  await closeSessions(trx, { accountId, only: sessionId });
  await audit(trx, by.at, {
    accountId: by.accountId,
    action: "session.closed",
    subjectKind: "account",
    subjectId: accountId,
  });
}

/** Ends one of one's own sessions, or all but this one. @returns how many ended; of none nothing is recorded */
export async function endSessions(
  trx: Writer,
  { accountId, sessionId }: Actor,
  which: { only: string } | "others",
  by: By,
) {
  const ended = await closeSessions(
    trx,
    which === "others" ? { accountId, except: sessionId } : { accountId, only: which.only },
  );
  if (ended > 0)
    await audit(trx, by.at, {
      accountId: by.accountId,
      action: "session.ended",
      subjectKind: "account",
      subjectId: accountId,
      details: { ended },
    });
  return ended;
}

/** Sets a password, ends every session and every open link of the account: whoever knew the old one is out. */
export async function setPassword(
  trx: Writer,
  { accountId, passwordHash }: { accountId: string; passwordHash: string },
  by: By,
) {
  const { at } = by;
  await trx.updateTable("account").set({ passwordHash, passwordChangedAt: at }).where("id", "=", accountId).execute();
  await closeSessions(trx, { accountId });
  await closeLinks(trx, { accountId, at });
  await audit(trx, at, {
    accountId: by.accountId,
    action: "account.passwordSet",
    subjectKind: "account",
    subjectId: accountId,
  });
}
