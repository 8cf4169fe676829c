import { everywhere } from "#app/access/permissions.ts";
import type { Reading, Writing } from "#app/web/doors/door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { holdWorkshop } from "#app/workshops/hold.commands.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import { workshopView } from "#app/workshops/view/workshop-view.ts";
import { readReviews } from "../reviewing.ts";
import { findReviewerId } from "./reviewing.queries.ts";

type Visit = Pick<Reading, "db" | "actor" | "params" | "locale" | "t" | "at">;

/** The workshop of an address as one of its reviewers sees it. For anybody else it is not found. */
export async function reviewerPlace({ db, actor, params, locale, t, at }: Visit) {
  const reviewer = orNotFound(await findReviewerId(db, actor.accountId, params.code ?? ""));
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", everywhere));
  const { code, title } = workshopView(workshop, { locale, t, at });
  const read = await readReviews(db, workshop.id, reviewer.id);
  const own = read.nominees.flatMap((one) => {
    const standing = one.reviews.find(({ reviewerId }) => reviewerId === reviewer.id);
    return standing ? [{ ...one, standing }] : [];
  });
  return { reviewerId: reviewer.id, workshop, frame: { code, title }, read, own };
}

type Changing = Pick<Writing, "trx" | "actor" | "params">;

/** The same with the workshop held, for one nominee about whom they were asked. */
export async function heldReview({ trx, actor, params }: Changing) {
  const workshop = orNotFound(await holdWorkshop(trx, params.code ?? "", everywhere));
  const { id: reviewerId } = orNotFound(await findReviewerId(trx, actor.accountId, workshop.code));
  const read = await readReviews(trx, workshop.id, reviewerId);
  const one = orNotFound(read.nominees.find(({ nominee }) => nominee.id === params.nomination) ?? null);
  const standing = orNotFound(one.reviews.find((own) => own.reviewerId === reviewerId) ?? null);
  return { workshop, reviewerId, plan: orNotFound(read.plan), one, standing, nominationId: one.nominee.id };
}

export type HeldReview = Awaited<ReturnType<typeof heldReview>>;
