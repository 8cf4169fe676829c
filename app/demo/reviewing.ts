import type { By } from "#app/access/actor.ts";
import { savePlan } from "#app/nominations/review/criteria/criteria.commands.ts";
import { planForm } from "#app/nominations/review/criteria/form.ts";
import { standardValues } from "#app/nominations/review/criteria/plan-form-values.ts";
import { keepMarks } from "#app/nominations/review/own/marking.commands.ts";
import { nameReviewer, recuseReviewer, setReviewDay } from "#app/nominations/review/reviewers/reviewers.commands.ts";
import { type ReadReviews, readReviews } from "#app/nominations/review/reviewing.ts";
import { owesReview } from "#app/nominations/review/rules.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { accepted } from "./accepted.ts";
import { demoReview } from "./content/calls.ts";

export const reviewers = ["coordinator@demo.example", "manager@demo.example", "instructor@demo.example"] as const;

const refusedNothing = (because: string | null) =>
  accepted(because === null ? { status: "done" } : { status: "refused", because });

/** The standard criteria, three people who review everybody, and a day until which they are to be done. */
export async function beginReview(trx: Writer, workshop: HeldWorkshop, dueOn: LocalDate, by: By): Promise<void> {
  refusedNothing(await savePlan(trx, workshop, planForm.parse(standardValues()), by));
  for (const email of reviewers) refusedNothing(await nameReviewer(trx, workshop, { email, isForAll: true }, by));
  refusedNothing(await setReviewDay(trx, workshop, dueOn, by));
}

type Judging = { workshop: HeldWorkshop; by: (reviewer: number) => By };

/** Everybody who has to, has judged these nominees: those further down on the list a little worse. */
export async function judgeAll(
  trx: Writer,
  { workshop, by }: Judging,
  ids: readonly Id<"nomination">[],
): Promise<void> {
  const read = await readReviews(trx, workshop.id);
  for (const [place, id] of ids.entries())
    for (const reviewer of reviewers.keys())
      await judge(trx, { workshop, read, by }, { id, reviewer, best: place < 3 ? 4 : 3 });
}

/**
 * What is still open: about the first all are done; about the second two differ, and one has stepped aside; of the
 * third one has written a draft.
 */
export async function judgeOpen(
  trx: Writer,
  { workshop, by }: Judging,
  [first, second, third]: readonly Id<"nomination">[],
): Promise<void> {
  if (!first || !second || !third) throw new Error("The demo has too few nominees to review.");
  const read = await readReviews(trx, workshop.id);
  for (const reviewer of reviewers.keys()) await judge(trx, { workshop, read, by }, { id: first, reviewer, best: 4 });
  const [own] = read.reviewers.slice(1);
  if (own) {
    const { self } = demoReview;
    const pair = { nominationId: second, reviewerId: own.id };
    refusedNothing(await recuseReviewer(trx, { workshop, ...pair, who: "self", reason: self }, by(1)));
  }
  await judge(trx, { workshop, read, by }, { id: second, reviewer: 0, best: 4 });
  await judge(trx, { workshop, read, by }, { id: second, reviewer: 2, best: 2 });
  await judge(trx, { workshop, read, by }, { id: third, reviewer: 0, best: 3 });
  await judge(trx, { workshop, read, by }, { id: third, reviewer: 1, best: 3, isDraft: true });
}

type Verdict = { id: Id<"nomination">; reviewer: number; best: number; isDraft?: boolean };

/** Marks that fall from criterion to criterion, with a note on the first. A draft ends in the middle. */
async function judge(
  trx: Writer,
  { workshop, read, by }: Judging & { read: ReadReviews },
  { id, reviewer, best, isDraft }: Verdict,
): Promise<void> {
  const reviewerId = read.reviewers[reviewer]?.id;
  const one = read.nominees.find(({ nominee }) => nominee.id === id);
  const standing = one?.reviews.find((own) => own.reviewerId === reviewerId);
  if (!reviewerId || !standing || !owesReview(standing)) return;
  const weighted = (read.plan?.criteria ?? []).filter(({ weight }) => weight !== null);
  const marks = (read.plan?.criteria ?? []).map((criterion) => {
    const place = weighted.indexOf(criterion);
    const mark = place < 0 ? 1 : Math.max(1, best - ((place + reviewer) % 2));
    return { criterionId: criterion.id, mark, note: place === 0 ? (demoReview.notes[reviewer] ?? "") : "" };
  });
  const said = isDraft ? marks.slice(0, 4) : marks;
  await keepMarks(
    trx,
    { workshopId: workshop.id, nominationId: id, reviewerId },
    { marks: said, isSent: !isDraft },
    by(reviewer),
  );
}
