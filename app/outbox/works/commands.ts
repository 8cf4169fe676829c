import { type Instant, plusDays } from "#app/time/instant.ts";
import type { FormMessage } from "#app/ui/form/message.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { endedDays } from "./rules.ts";
import { type WorkKind, type WorkKinds, type WorkPayload, workKinds } from "./works.ts";

type Beginning<Kinds extends WorkKinds, Kind extends keyof Kinds> = {
  /** Who sees it, and may stop it. */
  accountId: Id<"account">;
  at: Instant;
  kind: Kind;
  payload: WorkPayload<Kinds, Kind>;
  /** What it does, in words: the key of a text. */
  title: FormMessage;
  /** Where its result is found: an address, in any language. */
  resultPath?: string;
  /** How many units it has, where that is known. */
  total?: number;
};

/** Makes the `beginWork` of declared kinds. */
export const workBeginner =
  <const Kinds extends WorkKinds>(_kinds: Kinds) =>
  async <Kind extends keyof Kinds & string>(
    trx: Writer,
    { accountId, at, kind, payload, title, resultPath, total }: Beginning<Kinds, Kind>,
  ): Promise<Id<"work">> => {
    const id = newId<"work">();
    await trx
      .insertInto("work")
      .values({
        id,
        accountId,
        kind,
        payload: JSON.stringify(payload),
        title: JSON.stringify(title),
        resultPath: resultPath ?? null,
        state: "waiting",
        unitsDone: 0,
        unitsTotal: total ?? null,
        isStopAsked: false,
        claims: 0,
        attempts: 0,
        dueAt: at,
        createdAt: at,
        changedAt: at,
      })
      .execute();
    return id;
  };

/** Has long work done, once this transaction has committed. */
export const beginWork = workBeginner<Record<WorkKind, (typeof workKinds)[WorkKind]>>(workKinds);

/**
 * Asks that work stop before its next step. Work that nobody does at the moment is stopped by whoever claims it.
 * @returns false where it has ended, or is not theirs
 */
export async function askToStop(
  trx: Writer,
  { id, accountId, at }: { id: Id<"work">; accountId: Id<"account">; at: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("work")
    .set({ isStopAsked: true, changedAt: at, dueAt: at })
    .where("id", "=", id)
    .where("accountId", "=", accountId)
    .where("endedAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Deletes work that ended long ago. @returns how many, at most so many */
export async function clearEndedWork(trx: Writer, at: Instant, most: number): Promise<number> {
  const ended = trx.selectFrom("work").select("id").where("endedAt", "<=", plusDays(at, -endedDays)).limit(most);
  const { numDeletedRows } = await trx.deleteFrom("work").where("id", "in", ended).executeTakeFirst();
  return Number(numDeletedRows);
}
