import type { Locale } from "#app/i18n/locales.ts";
import { type Instant, plusMinutes } from "#app/time/instant.ts";
import type { Reader, Writer } from "#db/database.ts";
import { newId } from "#db/new-id.ts";
import type { Actor } from "./actor.ts";
import { hashToken, newToken } from "./token.ts";

export const idleMinutes = 60;
const absoluteMinutes = 12 * 60;
/** How stale `seenAt` may become before it is written again. */
const seenEveryMinutes = 2;

/** @returns the token for the cookie; it is stored hashed only. */
export async function openSession(trx: Writer, { accountId, device, at }: { accountId: string; device: string; at: Instant }) {
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

/** Who is behind a cookie's token; null when the session has ended, gone idle, or its account is disabled. */
export async function findActor(db: Reader, token: string, at: Instant): Promise<{ actor: Actor; isStale: boolean } | null> {
  const rows = await db
    .selectFrom("accountSession")
    .innerJoin("account", "account.id", "accountSession.accountId")
    .innerJoin("person", "person.id", "account.personId")
    .leftJoin("roleGrant", "roleGrant.accountId", "account.id")
    .select([
      "accountSession.id as sessionId",
      "accountSession.seenAt",
      "account.id as accountId",
      "person.id as personId",
      "person.givenName",
      "person.familyName",
      "person.nativeName",
      "person.locale",
      "person.zone",
      "roleGrant.role",
      "roleGrant.programmeId",
      "roleGrant.workshopId",
      "roleGrant.institutionId",
    ])
    .where("accountSession.tokenHash", "=", hashToken(token))
    .where("accountSession.expiresAt", ">", at)
    .where("accountSession.seenAt", ">", plusMinutes(at, -idleMinutes))
    .where("account.disabledAt", "is", null)
    .execute();
  const [first] = rows;
  if (!first) return null;
  const grants = rows.flatMap(({ role, programmeId, workshopId, institutionId }) =>
    role ? [{ role, programmeId, workshopId, institutionId }] : [],
  );
  const { sessionId, accountId, personId, givenName, familyName, nativeName, zone } = first;
  return {
    actor: { sessionId, accountId, personId, givenName, familyName, nativeName, zone, locale: first.locale as Locale, grants },
    isStale: first.seenAt < plusMinutes(at, -seenEveryMinutes),
  };
}

export async function touchSession(trx: Writer, { sessionId, at }: { sessionId: string; at: Instant }) {
  await trx.updateTable("accountSession").set({ seenAt: at }).where("id", "=", sessionId).execute();
}

export async function listSessions(db: Reader, accountId: string, at: Instant) {
  return db
    .selectFrom("accountSession")
    .select(["id", "createdAt", "seenAt", "device"])
    .where("accountId", "=", accountId)
    .where("expiresAt", ">", at)
    .where("seenAt", ">", plusMinutes(at, -idleMinutes))
    .orderBy("seenAt", "desc")
    .execute();
}

/** Ends one session, with `except` all others of the account, else all. @returns how many ended */
export async function closeSessions(trx: Writer, { accountId, only, except }: { accountId: string; only?: string; except?: string }) {
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
    .where((eb) => eb.or([eb("expiresAt", "<=", at), eb("seenAt", "<=", plusMinutes(at, -idleMinutes))]))
    .execute();
}
