import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { readReviews } from "./reviewing.ts";
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

/**
 * Notes of which nominees all marks are in, so that they stay open, and of each once. Whoever calls holds the workshop:
 * of two who send the last marks the second one finds those of the first.
 */
export async function noteOpened(trx: Writer, workshopId: Id<"workshop">, { accountId, at }: By): Promise<void> {
  const { nominees } = await readReviews(trx, workshopId);
  for (const { nominee, reviews, isOpen } of nominees) {
    const unnoted = reviews.filter(({ state, isOpened }) => state === "sent" && !isOpened);
    if (!isOpen || !unnoted.length) continue;
    await trx
      .updateTable("review")
      .set({ openedAt: at })
      .where("nominationId", "=", nominee.id)
      .where("state", "=", "sent")
      .where("openedAt", "is", null)
      .execute();
    if (reviews.some(({ isOpened }) => isOpened)) continue;
    const details = { reviews: unnoted.length };
    await audit(trx, at, { accountId, action: "review.opened", subjectId: nominee.id, details });
  }
}
