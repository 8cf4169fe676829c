import type { ExpressionBuilder } from "kysely";
import type { Actor } from "#app/access/actor.ts";
import { type Deed, findLastEntry } from "#app/audit/queries.ts";
import { type Instant, latestEnd, plusMinutes } from "#app/time/instant.ts";
import { isHolder } from "#db/account-holder.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";
import { hashToken } from "./token.ts";

export const absoluteMinutes = 12 * 60;
export const idleMinutes = 60;
/** How long it is known whose a session was that has ended: a page that was left open over night is still answered. */
const knownMinutes = 24 * 60;
/** How stale `seenAt` may become before it is written again. */
const seenEveryMinutes = 2;

/** Who is behind a cookie's token; null when the session has ended, gone idle, or its account is disabled. */
export async function findActor(
  db: Reader,
  token: string,
  at: Instant,
): Promise<{ actor: Actor; isStale: boolean } | null> {
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
      "person.country",
      "person.locale",
      "person.zone",
      "roleGrant.role",
      "roleGrant.programmeId",
      "roleGrant.workshopId",
      "roleGrant.institutionId",
    ])
    .where("accountSession.tokenHash", "=", hashToken(token))
    .where(isRunning(at))
    .where("account.disabledAt", "is", null)
    .execute();
  const [first] = rows;
  if (!first) return null;
  const grants = rows.flatMap(({ role, programmeId, workshopId, institutionId }) =>
    role ? [{ role, programmeId, workshopId, institutionId }] : [],
  );
  const { sessionId, accountId, personId, givenName, familyName, nativeName, country, locale, zone } = first;
  return {
    actor: { sessionId, accountId, personId, givenName, familyName, nativeName, country, locale, zone, grants },
    isStale: first.seenAt < plusMinutes(at, -seenEveryMinutes),
  };
}

/** Whose an account is; null where it has become part of another one. */
export async function findPersonOf(db: Reader, accountId: Id<"account">): Promise<Id<"person"> | null> {
  const account = await db.selectFrom("account").select("personId").where("id", "=", accountId).executeTakeFirst();
  return account?.personId ?? null;
}

export type Doer = Pick<Actor, "givenName" | "familyName" | "nativeName" | "country"> & { at: Instant };

/** Who last did one of these to a record, and when; null where nobody with an account has. */
export async function findLastDoer(db: Reader, deed: Deed): Promise<Doer | null> {
  const last = await findLastEntry(db, deed);
  const doer =
    last &&
    (await db
      .selectFrom("account")
      .innerJoin("person", (join) => join.on(isHolder))
      .select(["person.givenName", "person.familyName", "person.nativeName", "person.country"])
      .where("account.id", "=", last.accountId)
      .executeTakeFirst());
  return doer ? { ...doer, at: last.at } : null;
}

export async function listSessions(db: Reader, accountId: Id<"account">, at: Instant) {
  return db
    .selectFrom("accountSession")
    .select(["id", "createdAt", "seenAt", "device"])
    .where("accountId", "=", accountId)
    .where(isRunning(at))
    .orderBy("seenAt", "desc")
    .execute();
}

/**
 * Has neither ended nor gone idle. One that was opened or seen by a clock far ahead of ours is over too:
 * it would outlast every other, and never go idle.
 */
export const isRunning = (at: Instant) => (row: ExpressionBuilder<Pick<Schema, "accountSession">, "accountSession">) =>
  row.and([
    row("accountSession.expiresAt", ">", at),
    row("accountSession.expiresAt", "<=", latestEnd(at, absoluteMinutes)),
    row("accountSession.seenAt", ">", plusMinutes(at, -idleMinutes)),
    row("accountSession.seenAt", "<=", latestEnd(at, 0)),
  ]);

/** Whose the session of this token was that has ended; null where it runs, or nobody knows it any more. */
export async function findFormerAccount(db: Reader, token: string, at: Instant): Promise<Id<"account"> | null> {
  const tokenHash = hashToken(token);
  const idle = db
    .selectFrom("accountSession")
    .select("accountId")
    .where("tokenHash", "=", tokenHash)
    .where((row) => row.not(isRunning(at)(row)));
  const ended = db.selectFrom("endedSession").select("accountId").where("tokenHash", "=", tokenHash).where(isKnown(at));
  return (await idle.unionAll(ended).executeTakeFirst())?.accountId ?? null;
}

export const isKnown = (at: Instant) => (row: ExpressionBuilder<Pick<Schema, "endedSession">, "endedSession">) =>
  row.and([
    row("endedSession.endedAt", ">", plusMinutes(at, -knownMinutes)),
    row("endedSession.endedAt", "<=", latestEnd(at, 0)),
  ]);
