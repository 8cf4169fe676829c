import type { Instant } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import type { JudgeState } from "./rules.ts";

type Pair = { nominationId: Id<"nomination">; reviewerId: Id<"reviewer"> };
type Wanted = { state: JudgeState; recusedBecause?: "self" | "host"; reason?: string };

/** How far somebody is with a nominee from now on. @returns the id of what is kept about it */
export async function keepReview(
  trx: Writer,
  { nominationId, reviewerId }: Pair,
  { state, recusedBecause, reason = "" }: Wanted,
  at: Instant,
): Promise<Id<"review">> {
  const sentAt = state === "sent" ? at : null;
  const values = { state, recusedBecause: recusedBecause ?? null, reason, sentAt, changedAt: at };
  const { id } = await trx
    .insertInto("review")
    .values({ id: newId(), nominationId, reviewerId, ...values })
    .onConflict((conflict) => conflict.columns(["nominationId", "reviewerId"]).doUpdateSet(values))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
