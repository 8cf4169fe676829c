import { type Instant, plusDays } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { KeptSession } from "./kept.queries.ts";

/** Remembers sessions that are deleted in the editor, whose author may take it back. */
export async function keepSessions<More>(
  trx: Writer,
  sessions: readonly KeptSession<More>[],
  at: Instant,
): Promise<void> {
  if (!sessions.length) return;
  const ids = sessions.map(({ session }) => session.id);
  await trx.deleteFrom("keptSession").where("sessionId", "in", ids).execute();
  const rows = sessions.map((kept) => ({
    ...{ sessionId: kept.session.id, workshopId: kept.session.workshopId, removedAt: at },
    kept: JSON.stringify(kept),
  }));
  for (const row of rows) await trx.insertInto("keptSession").values(row).execute();
}

/** An editor that stays open longer than this brings back what it knows by itself. */
const daysKept = 1;

/** @returns how many */
export async function clearKeptSessions(trx: Writer, at: Instant, most: number): Promise<number> {
  const over = trx
    .selectFrom("keptSession")
    .select("sessionId")
    .where("removedAt", "<", plusDays(at, -daysKept))
    .limit(most);
  const { numDeletedRows } = await trx.deleteFrom("keptSession").where("sessionId", "in", over).executeTakeFirst();
  return Number(numDeletedRows);
}

/** What a session had is its own again, and remembered no more. */
export async function forgetKept(trx: Writer, ids: readonly Id<"session">[]): Promise<void> {
  if (ids.length)
    await trx
      .deleteFrom("keptSession")
      .where("sessionId", "in", [...ids])
      .execute();
}
