import type { By } from "#app/access/actor.ts";
import type { AuditAction, subjects } from "#app/audit/actions.ts";
import { audit } from "#app/audit/commands.ts";
import { emit, emitTogether } from "#app/outbox/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { findReviewPlan, listJudged, listReviewers, listReviews, type Reviewer } from "../queries.ts";
import { keepReview, noteOpened } from "../review-rows.commands.ts";
import { judgeStanding, recusedByRule } from "../rules.ts";
import { findReviewerAccount, isReviewing } from "./reviewers.queries.ts";
import { reviewerRefusal } from "./reviewers.rules.ts";

type Naming = { email: string; isForAll: boolean };
type NamingRefusal = NonNullable<ReturnType<typeof reviewerRefusal>> | "alreadyNamed";

/** Somebody reviews for a workshop from now on: everybody, or those about whom they are asked. */
export async function nameReviewer(
  trx: Writer,
  { id: workshopId }: HeldWorkshop,
  { email, isForAll }: Naming,
  by: By,
): Promise<NamingRefusal | null> {
  const account = await findReviewerAccount(trx, email);
  const refusal = reviewerRefusal(account);
  if (refusal || !account) return refusal ?? "unknown";
  const { id: accountId } = account;
  if ((await listReviewers(trx, workshopId)).some((one) => one.accountId === accountId)) return "alreadyNamed";
  // what is open by now stays so
  await noteOpened(trx, workshopId, by);
  const id = newId<"reviewer">();
  await trx.insertInto("reviewer").values({ id, workshopId, accountId, isForAll, namedAt: by.at }).execute();
  await emit(trx, by.at, "reviewer.named", { reviewerId: id }, { workshopId, personId: account.personId });
  await note(trx, { action: "review.reviewerNamed", subjectId: workshopId, reviewer: accountId }, by);
  return null;
}

/** Somebody no longer reviews for a workshop. Whoever has begun stays: they are recused one by one. */
export async function dropReviewer(
  trx: Writer,
  { id: workshopId }: HeldWorkshop,
  reviewerId: Id<"reviewer">,
  by: By,
): Promise<"gone" | "begun" | null> {
  const reviewer = (await listReviewers(trx, workshopId)).find(({ id }) => id === reviewerId);
  if (!reviewer) return "gone";
  if (await isReviewing(trx, reviewerId)) return "begun";
  await trx.deleteFrom("reviewer").where("id", "=", reviewerId).execute();
  await noteOpened(trx, workshopId, by);
  await note(trx, { action: "review.reviewerDropped", subjectId: workshopId, reviewer: reviewer.accountId }, by);
  return null;
}

/** Until when reviewers are to be done; null for no day. */
export async function setReviewDay(
  trx: Writer,
  { id: workshopId }: HeldWorkshop,
  dueOn: LocalDate | null,
  by: By,
): Promise<"noCriteria" | null> {
  if (!(await findReviewPlan(trx, workshopId))) return "noCriteria";
  await trx.updateTable("reviewPlan").set({ dueOn, changedAt: by.at }).where("workshopId", "=", workshopId).execute();
  const details = { dueOn };
  await audit(trx, by.at, { accountId: by.accountId, action: "review.daySet", subjectId: workshopId, details });
  return null;
}

type StandingRefusal = "gone" | "over" | "recused" | "alreadyAsked" | "notRecused";
type About = { workshop: HeldWorkshop; nominationId: Id<"nomination">; reviewerId: Id<"reviewer"> };

/** Asks somebody about one nominee: the second, or the third who settles what two differ about. */
export async function askReviewer(trx: Writer, about: About, by: By): Promise<StandingRefusal | null> {
  const found = await findPair(trx, about);
  if (typeof found === "string") return found;
  const { reviewer, nominee, standing } = found;
  if (standing) return standing.state === "recused" ? "recused" : "alreadyAsked";
  if (recusedByRule(reviewer, nominee)) return "recused";
  const { id: workshopId } = about.workshop;
  await noteOpened(trx, workshopId, by);
  await keepReview(trx, about, { state: "asked" }, by.at);
  const { id: reviewerId, personId } = reviewer;
  await emitTogether(trx, by.at, "reviewer.asked", { reviewerId }, { workshopId, personId });
  await note(trx, { action: "review.asked", subjectId: about.nominationId, reviewer: reviewer.accountId }, by);
  return null;
}

/** Somebody does not judge a nominee: what they have said of them counts for nothing. */
export async function recuseReviewer(
  trx: Writer,
  { who, reason, ...about }: About & { who: "self" | "host"; reason: string },
  by: By,
): Promise<StandingRefusal | null> {
  const found = await findPair(trx, about);
  if (typeof found === "string") return found;
  const { reviewer, standing } = found;
  if (!standing) return "gone";
  if (standing.state === "recused") return "recused";
  await keepReview(trx, about, { state: "recused", recusedBecause: who, reason }, by.at);
  await noteOpened(trx, about.workshop.id, by);
  await note(trx, { action: "review.recused", subjectId: about.nominationId, reviewer: reviewer.accountId, who }, by);
  return null;
}

/** Takes a recusal back: they are asked anew, and find what they had written. */
export async function readmitReviewer(trx: Writer, about: About, by: By): Promise<StandingRefusal | null> {
  const found = await findPair(trx, about);
  if (typeof found === "string") return found;
  const { reviewer, nominee, standing } = found;
  if (standing?.state !== "recused" || recusedByRule(reviewer, nominee)) return "notRecused";
  await keepReview(trx, about, { state: "draft" }, by.at);
  await note(trx, { action: "review.readmitted", subjectId: about.nominationId, reviewer: reviewer.accountId }, by);
  return null;
}

async function findPair(trx: Writer, { workshop, nominationId, reviewerId }: About) {
  const nominee = (await listJudged(trx, workshop.id)).find(({ id }) => id === nominationId);
  const reviewer = (await listReviewers(trx, workshop.id)).find(({ id }) => id === reviewerId);
  if (!nominee || !reviewer) return "gone";
  if (nominee.state !== "endorsed") return "over";
  const reviews = await listReviews(trx, workshop.id);
  const kept = reviews.find((one) => one.nominationId === nominationId && one.reviewerId === reviewerId);
  const wasOpened = reviews.some((one) => one.nominationId === nominationId && one.openedAt !== null);
  return { nominee, reviewer, standing: judgeStanding(reviewer, nominee, kept, wasOpened) };
}

type Noted<Action extends AuditAction> = { action: Action; subjectId: Id<(typeof subjects)[Action]> } & {
  reviewer: Id<"account">;
  who?: "self" | "host";
};

const note = <Action extends Extract<AuditAction, `review.${string}`>>(
  trx: Writer,
  { action, subjectId, ...details }: Noted<Action>,
  { accountId, at }: By,
) => audit(trx, at, { accountId, action, subjectId, details });

/** Has somebody reminded of a day, once. */
export async function noteReminded(
  trx: Writer,
  { id: reviewerId, personId }: Pick<Reviewer, "id" | "personId">,
  { workshopId, dueOn }: { workshopId: Id<"workshop">; dueOn: LocalDate },
  at: Instant,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("reviewer")
    .set({ remindedDueOn: dueOn })
    .where("id", "=", reviewerId)
    .where((eb) => eb.or([eb("remindedDueOn", "is", null), eb("remindedDueOn", "<>", dueOn)]))
    .executeTakeFirst();
  if (numUpdatedRows) await emit(trx, at, "reviewer.reminded", { reviewerId }, { workshopId, personId });
}
