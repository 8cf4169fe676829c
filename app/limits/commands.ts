import { createHmac } from "node:crypto";
import { sql } from "kysely";
import { type Instant, latestEnd, plusMinutes } from "#app/time/instant.ts";
import type { Database, Reader, Writer } from "#db/database.ts";
import { type Attempt, type Limit, longestMinutes } from "./limits.ts";

/**
 * Counts one attempt in a transaction of its own: it stays counted, whatever happens next. Where one limit has no room,
 * the attempt counts nowhere: it takes no room from an account or from everybody, and costs no write.
 * @returns the instant until which to wait, or null when all have room
 */
export async function attempt(
  { read, transact, dialect: { lane } }: Database,
  attempts: Attempt[],
  at: Instant,
  secret: string,
): Promise<Instant | null> {
  return (await findWait(read, attempts, at, secret)) ?? transact((trx) => spend(trx, attempts, at, secret, lane));
}

const oneLane = sql<number>`0`;

/**
 * Counts one attempt in this transaction, which undoes it where it is refused.
 * @param lane in which row of its own this transaction counts what many count at once: see `Dialect.lane`
 * @returns the instant until which to wait, or null
 */
export async function spend(
  trx: Writer,
  attempts: Attempt[],
  at: Instant,
  secret: string,
  lane = oneLane,
): Promise<Instant | null> {
  const limits = byName(attempts, secret);
  const isOver = isWindowOver(at, limits);
  // rows are locked in this order by everybody: then two transactions never wait for each other
  const rows = [...limits].sort(([a], [b]) => (a < b ? -1 : 1));
  const counted = await trx
    .insertInto("rateLimit")
    .values(
      rows.map(([name, { minutes, isBusy }]) => ({
        name,
        lane: isBusy ? lane : oneLane,
        windowEndsAt: plusMinutes(at, minutes),
        hits: 1,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(["name", "lane"]).doUpdateSet({
        hits: sql<number>`case when ${isOver} then 1 else rate_limit.hits + 1 end`,
        windowEndsAt: sql<Instant>`case when ${isOver} then excluded.window_ends_at else rate_limit.window_ends_at end`,
      }),
    )
    .returning(["name", "hits", "windowEndsAt"])
    .execute();
  return longestWait(counted.filter(({ name, hits }) => hits > mostOf(limits, name)));
}

/** The instant until which to wait before another attempt has room; null where it has. Counts nothing. */
export async function findWait(db: Reader, attempts: Attempt[], at: Instant, secret: string): Promise<Instant | null> {
  const limits = byName(attempts, secret);
  const open = await db
    .selectFrom("rateLimit")
    .select(["name", "hits", "windowEndsAt"])
    .where("name", "in", [...limits.keys()])
    .where("windowEndsAt", ">", at)
    .execute();
  const ours = open.filter(({ name, windowEndsAt }) => windowEndsAt <= latestEnd(at, minutesOf(limits, name)));
  const byLimit = Map.groupBy(ours, ({ name }) => name);
  return longestWait([...byLimit].flatMap(([name, rows]) => firstRoom(rows, mostOf(limits, name))));
}

type Counted = { hits: number; windowEndsAt: Instant };

/** The row of one limit whose end makes room again; none where there is room. */
function firstRoom(rows: Counted[], most: number): Counted[] {
  let left = rows.reduce((sum, { hits }) => sum + hits, 0);
  let last: Counted[] = [];
  for (const row of rows.toSorted((one, other) => (one.windowEndsAt < other.windowEndsAt ? -1 : 1))) {
    if (left < most) break;
    left -= row.hits;
    last = [row];
  }
  return last;
}

/** Of the row that is there already: past, or further away than this limit's windows are long. */
function isWindowOver(at: Instant, limits: Map<string, Limit>) {
  const latest = [...limits].map(([name, { minutes }]) => sql`when ${name} then ${latestEnd(at, minutes)}`);
  return sql<boolean>`(rate_limit.window_ends_at <= ${at}
    or rate_limit.window_ends_at > case rate_limit.name ${sql.join(latest, sql` `)} end)`;
}

const byName = (attempts: Attempt[], secret: string) =>
  new Map(attempts.map(({ limit, subject }) => [nameOf(limit, subject, secret), limit]));

const mostOf = (limits: Map<string, Limit>, name: string) => limits.get(name)?.most ?? 0;

const minutesOf = (limits: Map<string, Limit>, name: string) => limits.get(name)?.minutes ?? 0;

const longestWait = (full: { windowEndsAt: Instant }[]): Instant | null =>
  full
    .map(({ windowEndsAt }) => windowEndsAt)
    .sort()
    .at(-1) ?? null;

/**
 * Clears counts whose window is over: attempts with many names must not fill the disk.
 * @returns how many, at most so many
 */
export async function clearEndedLimits(trx: Writer, at: Instant, most: number): Promise<number> {
  const ended = trx
    .selectFrom("rateLimit")
    .select(["name", "lane"])
    .where((row) => row.or([row("windowEndsAt", "<=", at), row("windowEndsAt", ">", latestEnd(at, longestMinutes))]))
    .limit(most);
  const { numDeletedRows } = await trx
    .deleteFrom("rateLimit")
    .where((row) => row(row.refTuple("name", "lane"), "in", ended.$asTuple("name", "lane")))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

export async function forgive(trx: Writer, limit: Limit, subject: string, secret: string) {
  await trx
    .deleteFrom("rateLimit")
    .where("name", "=", nameOf(limit, subject, secret))
    .execute();
}

/**
 * Takes one attempt back, as if it had not been made: it was right, and whoever shares a limit needs the room.
 * @param attempt not against a busy limit: which of its rows has counted it nobody knows any more
 */
export async function takeBack(
  trx: Writer,
  { limit, subject }: Attempt & { limit: { isBusy?: false } },
  secret: string,
): Promise<void> {
  await trx
    .updateTable("rateLimit")
    .set(({ eb }) => ({ hits: eb("hits", "-", 1) }))
    .where("name", "=", nameOf(limit, subject, secret))
    .where("lane", "=", oneLane)
    .where("hits", ">", 0)
    .execute();
}

/** The table must not tell who tried. A plain hash would: one could try all addresses. So the hash has a secret. */
const nameOf = ({ name, per }: Limit, subject: string, secret: string) =>
  per === "everybody" ? name : `${name}:${createHmac("sha256", secret).update(subject).digest("base64url")}`;
