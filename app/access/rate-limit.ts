import { createHmac } from "node:crypto";
import { sql } from "kysely";
import { type Instant, plusMinutes } from "#app/time/instant.ts";
import type { Reader, Writer } from "#db/database.ts";

/** `most` within `minutes`, for one address, one account, or everybody together. */
export type Limit = { name: string; per: (typeof order)[number]; most: number; minutes: number };
export type Attempt = { limit: Limit; subject: string };

/** Also the order in which rows are locked: in one order for everybody two transactions never wait for each other. */
const order = ["address", "account", "everybody"] as const;

/** One attempt against each of some limits. */
export const attemptsOf = (limits: Partial<Record<Limit["per"], Limit>>, who: { address: string; account?: string }): Attempt[] =>
  order.flatMap((per) => {
    const limit = limits[per];
    return limit ? [{ limit, subject: per === "everybody" ? "" : (who[per] ?? "") }] : [];
  });

/**
 * Counts one attempt, up to the first limit that has no room: whoever is refused at their own address uses up
 * neither somebody's account nor everybody's room. @returns the instant until which to wait, or null when all have room
 */
export async function spend(trx: Writer, attempts: Attempt[], at: Instant, secret: string): Promise<Instant | null> {
  for (const { limit, subject } of attempts.toSorted((a, b) => order.indexOf(a.limit.per) - order.indexOf(b.limit.per))) {
    const row = await trx
      .insertInto("rateLimit")
      .values({ name: nameOf(limit, subject, secret), windowEndsAt: plusMinutes(at, limit.minutes), hits: 1 })
      .onConflict((conflict) =>
        conflict.column("name").doUpdateSet({
          hits: sql<number>`case when rate_limit.window_ends_at <= ${at} then 1 else rate_limit.hits + 1 end`,
          windowEndsAt: sql<string>`case when rate_limit.window_ends_at <= ${at} then excluded.window_ends_at else rate_limit.window_ends_at end`,
        }),
      )
      .returning(["hits", "windowEndsAt"])
      .executeTakeFirstOrThrow();
    if (row.hits > limit.most) return row.windowEndsAt;
  }
  return null;
}

/** The same question without counting, in one read. */
export async function spentUntil(db: Reader, attempts: Attempt[], at: Instant, secret: string): Promise<Instant | null> {
  const most = new Map(attempts.map(({ limit, subject }) => [nameOf(limit, subject, secret), limit.most]));
  const rows = await db
    .selectFrom("rateLimit")
    .select(["name", "hits", "windowEndsAt"])
    .where("name", "in", [...most.keys()])
    .where("windowEndsAt", ">", at)
    .execute();
  return rows.find(({ name, hits }) => hits >= (most.get(name) ?? 0))?.windowEndsAt ?? null;
}

/** Counts whose window is over: whoever tries many names must not fill the disk with them. */
export async function clearEndedLimits(trx: Writer, at: Instant) {
  await trx.deleteFrom("rateLimit").where("windowEndsAt", "<=", at).execute();
}

/** Whole minutes, at least one: what a refusal tells people. */
export const minutesToWait = (at: Instant, until: Instant) => Math.max(1, Math.ceil((Date.parse(until) - Date.parse(at)) / 60_000));

export async function forgive(trx: Writer, limit: Limit, subject: string, secret: string) {
  await trx
    .deleteFrom("rateLimit")
    .where("name", "=", nameOf(limit, subject, secret))
    .execute();
}

/** Who tried is not to be read from the table: a plain hash of an address could be found by trying them all. */
const nameOf = (limit: Limit, subject: string, secret: string) =>
  `${limit.name}:${createHmac("sha256", secret).update(subject).digest("base64url")}`;
