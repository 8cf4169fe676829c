import type { ExpressionBuilder } from "kysely";
import type { Actor } from "#app/access/actor.ts";
import { type Instant, latestEnd, plusMinutes } from "#app/time/instant.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";
import { hashToken } from "./token.ts";

export const absoluteMinutes = 12 * 60;
export const idleMinutes = 60;
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
  const { sessionId, accountId, personId, givenName, familyName, nativeName, locale, zone } = first;
  return {
    actor: { sessionId, accountId, personId, givenName, familyName, nativeName, locale, zone, grants },
    isStale: first.seenAt < plusMinutes(at, -seenEveryMinutes),
  };
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
