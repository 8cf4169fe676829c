import { sql } from "kysely";
import type { Actor, By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { clearEndedSessions, closeSessions, openSession } from "#app/sessions/commands.ts";
import { closeLinks } from "#app/sign-in/links/one-time-links.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { isEnabled } from "./queries.ts";

type SignIn = {
  accountId: Id<"account">;
  /** The address that was given. */
  email: string;
  /** The one that the password has just been compared with. */
  passwordHash: string;
  /** Whoever was signed in in this browser. */
  former: Actor | null;
  device: string;
};

/** @returns the new session's token; null where password, address or account have changed since they were compared */
export async function signIn(
  trx: Writer,
  { accountId, email, passwordHash, former, device }: SignIn,
  by: By,
): Promise<string | null> {
  const held = await holdCredentials(trx, accountId);
  if (!held.some(({ kind, secret }) => kind === "password" && secret === passwordHash)) return null;
  if (!(await isEnabled(trx, { accountId, email }))) return null;
  if (former) await closeSessions(trx, { accountId: former.accountId, only: former.sessionId, at: by.at });
  return beginSession(trx, { accountId, device }, by);
}

/** A new session for whoever has just shown that the account is theirs. @returns its token */
export async function beginSession(
  trx: Writer,
  { accountId, device }: Pick<SignIn, "accountId" | "device">,
  { at, accountId: byAccountId }: By,
): Promise<string> {
  await clearEndedSessions(trx, { accountId, at });
  await audit(trx, at, {
    accountId: byAccountId,
    action: "session.opened",
    subjectId: accountId,
  });
  return openSession(trx, { accountId, device, at });
}

/**
 * Keeps whoever else signs in with these, changes them or the address, or disables the account waiting until the
 * transaction ends:
 * what is read afterwards holds, and the sessions that are ended afterwards are all there are. It changes nothing.
 */
export const holdCredentials = (trx: Writer, accountId: Id<"account">) =>
  trx
    .updateTable("credential")
    .set(({ ref }) => ({ changedAt: ref("changedAt") }))
    .where("accountId", "=", accountId)
    .returning(["kind", "secret"])
    .execute();

export async function signOut(trx: Writer, { accountId, sessionId }: Actor, by: By) {
  await closeSessions(trx, { accountId, only: sessionId, at: by.at });
  await audit(trx, by.at, {
    accountId: by.accountId,
    action: "session.closed",
    subjectId: accountId,
  });
}

/** Ends one of the owner's sessions, or all but this one. @returns how many ended; the audit has no entry for none */
export async function endSessions(
  trx: Writer,
  { accountId, sessionId }: Actor,
  which: { only: Id<"accountSession"> } | "others",
  by: By,
) {
  const ended = await closeSessions(
    trx,
    which === "others" ? { accountId, except: sessionId, at: by.at } : { accountId, only: which.only, at: by.at },
  );
  if (ended > 0)
    await audit(trx, by.at, {
      accountId: by.accountId,
      action: "session.ended",
      subjectId: accountId,
      details: { ended },
    });
  return ended;
}

type NewPassword = { accountId: Id<"account">; passwordHash: string };

/** Sets a password, ends every session and every open link of the account: whoever knew the old one is out. */
export async function setPassword(trx: Writer, { accountId, passwordHash }: NewPassword, by: By) {
  const { at } = by;
  await storePassword(trx, { accountId, passwordHash }, by);
  await closeSessions(trx, { accountId, at });
  await closeLinks(trx, { accountId, at });
  await audit(trx, at, {
    accountId: by.accountId,
    action: "account.passwordSet",
    subjectId: accountId,
  });
}

/**
 * Keeps the same password under another hash. That is no change of the password: nothing ends, and its day stays.
 * @returns false where the password is no longer what it was
 */
export async function renewHash(
  trx: Writer,
  { accountId, former, renewed }: { accountId: Id<"account">; former: string; renewed: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("credential")
    .set({ secret: renewed })
    .where("accountId", "=", accountId)
    .where("kind", "=", "password")
    .where("secret", "=", former)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Sets the password and ends nothing: for an account that has just been opened. */
export async function storePassword(trx: Writer, { accountId, passwordHash }: NewPassword, { at }: By): Promise<void> {
  await trx
    .insertInto("credential")
    .values({ id: newId(), accountId, kind: "password", secret: passwordHash, createdAt: at, changedAt: at })
    .onConflict((conflict) =>
      conflict
        .column("accountId")
        .where("kind", "=", sql.lit("password"))
        .doUpdateSet({ secret: passwordHash, changedAt: at }),
    )
    .execute();
}
