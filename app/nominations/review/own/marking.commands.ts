import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { keepReview, noteOpened } from "../review-rows.commands.ts";
import type { ReadMark } from "./marking.rules.ts";

type Pair = { nominationId: Id<"nomination">; reviewerId: Id<"reviewer"> };
type Place = Pair & { workshopId: Id<"workshop"> };

/**
 * Keeps what a reviewer says of a nominee, as a draft or for good: whoever calls knows that they owe it, and holds the
 * workshop.
 */
export async function keepMarks(
  trx: Writer,
  { workshopId, ...pair }: Place,
  { marks, isSent }: { marks: readonly ReadMark[]; isSent: boolean },
  by: By,
): Promise<void> {
  const reviewId = await keepReview(trx, pair, { state: isSent ? "sent" : "draft" }, by.at);
  await trx.deleteFrom("reviewMark").where("reviewId", "=", reviewId).execute();
  if (marks.length)
    await trx
      .insertInto("reviewMark")
      .values(marks.map((mark) => ({ reviewId, ...mark })))
      .execute();
  const action = isSent ? "review.sent" : "review.drafted";
  await audit(trx, by.at, { accountId: by.accountId, action, subjectId: pair.nominationId });
  if (isSent) await noteOpened(trx, workshopId, by);
}

/** What was sent is a draft again. Whoever calls knows that nobody could see it. */
export async function takeBackMarks(trx: Writer, pair: Pair, by: By): Promise<void> {
  await keepReview(trx, pair, { state: "draft" }, by.at);
  await audit(trx, by.at, { accountId: by.accountId, action: "review.takenBack", subjectId: pair.nominationId });
}
