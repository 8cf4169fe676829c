import type { ExpressionBuilder } from "kysely";
import { type Instant, latestEnd, plusSeconds } from "#app/time/instant.ts";
import type { Database, Reader, Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";
import { leaseSeconds, longestPauseSeconds, type WorkOutcome } from "./rules.ts";
import type { StepTaken } from "./works.ts";

export type ClaimedWork = {
  id: Id<"work">;
  accountId: Id<"account">;
  kind: string;
  payload: string;
  createdAt: Instant;
  unitsDone: number;
  unitsTotal: number | null;
  /** The number of this claim: nobody else has it. */
  claims: number;
  /** How many claims have ended without a step, with this one. */
  attempts: number;
};

/** Takes the work that is due first, for this worker alone. @param at by the clock that all workers share */
export async function claimWork(database: Database, at: Instant): Promise<ClaimedWork | null> {
  // outside a transaction, so that an idle worker never takes the database's write lock
  if (!(await dueWork(database.read, at).executeTakeFirst())) return null;
  return database.transact(async (trx) => {
    const due = await database.dialect.skipTaken(dueWork(trx, at)).executeTakeFirst();
    if (!due) return null;
    return trx
      .updateTable("work")
      .set((row) => ({
        state: "running",
        claims: row("claims", "+", 1),
        attempts: row("attempts", "+", 1),
        claimedUntil: plusSeconds(at, leaseSeconds),
      }))
      .where("id", "=", due.id)
      .returning(["id", "accountId", "kind", "payload", "createdAt", "unitsDone", "unitsTotal", "claims", "attempts"])
      .executeTakeFirstOrThrow();
  });
}

const dueWork = (db: Reader, at: Instant) =>
  db
    .selectFrom("work")
    .select("id")
    .where("endedAt", "is", null)
    .where(isDueNow(at))
    .orderBy("dueAt")
    .orderBy("id")
    .limit(1);

/** What lies further ahead than anything is put off or claimed was dated by a clock that was wrong. */
const isDueNow = (at: Instant) => (row: ExpressionBuilder<Schema, "work">) =>
  row.and([
    row.or([row("dueAt", "<=", at), row("dueAt", ">", latestEnd(at, longestPauseSeconds / 60))]),
    row.or([
      row("claimedUntil", "is", null),
      row("claimedUntil", "<", at),
      row("claimedUntil", ">", latestEnd(at, leaseSeconds / 60)),
    ]),
  ]);

const ofClaim = (trx: Writer, { id, claims }: Pick<ClaimedWork, "id" | "claims">) =>
  trx.updateTable("work").where("id", "=", id).where("claims", "=", claims).where("endedAt", "is", null);

/**
 * Holds the row, and with it the cursor, until the transaction ends.
 * @returns null where somebody else has claimed it meanwhile, or it has ended: then nothing may be done any more
 */
export async function holdCursor(trx: Writer, work: ClaimedWork, at: Instant) {
  const row = await ofClaim(trx, work)
    .set({ claimedUntil: plusSeconds(at, leaseSeconds) })
    .where("unitsDone", "=", work.unitsDone)
    .returning(["isStopAsked"])
    .executeTakeFirst();
  return row ?? null;
}

/** Moves the cursor. A step that was done counts as no attempt: there may be as many as there is work. */
export async function moveCursor(
  trx: Writer,
  work: ClaimedWork,
  { done, total, note }: StepTaken,
  at: Instant,
): Promise<void> {
  await ofClaim(trx, work)
    .set({
      unitsDone: done,
      attempts: 0,
      changedAt: at,
      ...(total !== undefined && { unitsTotal: total }),
      ...(note !== undefined && { note: note === null ? null : JSON.stringify(note) }),
    })
    .execute();
}

/** @returns false where it is somebody else's by now */
export async function endWork(
  trx: Writer,
  work: ClaimedWork,
  { outcome, at, lastError = null }: { outcome: WorkOutcome; at: Instant; lastError?: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await ofClaim(trx, work)
    .set({ state: outcome, endedAt: at, changedAt: at, claimedUntil: null, lastError })
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Frees work: at once and unattempted where its worker stops, or later, after it has failed. */
export async function freeWork(
  database: Database,
  work: ClaimedWork,
  freed: { isUnattempted: true } | { lastError: string; dueAt: Instant },
): Promise<void> {
  await database.transact((trx) =>
    ofClaim(trx, work)
      .set({
        claimedUntil: null,
        ...("dueAt" in freed ? freed : { attempts: Math.max(0, work.attempts - 1) }),
      })
      .execute(),
  );
}
