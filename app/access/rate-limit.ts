import { createHmac } from "node:crypto";
import { sql } from "kysely";
import { type Instant, plusMinutes } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";

export type Limit = { name: string; most: number; minutes: number };

/** Counts one attempt against each limit. @returns the instant until which to wait, or null when all have room. */
export async function spend(
  trx: Writer,
  limits: { limit: Limit; subject: string }[],
  at: Instant,
  secret: string,
): Promise<Instant | null> {
  const waits: Instant[] = [];
  // in one order for everybody, so that two transactions never wait for each other
  for (const { limit, subject } of limits.toSorted((a, b) => a.limit.name.localeCompare(b.limit.name))) {
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
    if (row.hits > limit.most) waits.push(row.windowEndsAt);
  }
  return waits.sort().at(-1) ?? null;
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
