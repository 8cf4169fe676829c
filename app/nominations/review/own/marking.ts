import { redirect } from "@remix-run/node";
import type { z } from "zod";
import { to } from "#app/addresses.ts";
import { refuse } from "#app/web/doors/door.ts";
import type { Acting } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import type { Reader } from "#db/database.ts";
import { findOwnMarks, type ReviewPlan, type StoredReview } from "../queries.ts";
import { recuseReviewer } from "../reviewers/reviewers.commands.ts";
import { mayTakeBack, owesReview } from "../rules.ts";
import { type markingForm, markRows } from "./form.ts";
import { keepMarks, takeBackMarks } from "./marking.commands.ts";
import { readMarks } from "./marking.rules.ts";
import { markValues } from "./marking-form-values.ts";
import type { HeldReview } from "./reviewer-door.ts";

/** What a reviewer has written of a nominee so far, as the fields of the form. */
export async function storedMarks(
  db: Reader,
  { criteria }: Pick<ReviewPlan, "criteria">,
  review: Pick<StoredReview, "id"> | null,
): Promise<Record<string, string>> {
  const none = { marks: new Map(), notes: new Map() };
  return markValues(criteria, review ? await findOwnMarks(db, review.id) : none);
}

type Visit = Acting<z.output<typeof markingForm>>;

/** Does what a reviewer has asked for. @returns what the next page says of it */
export async function carryOutMarking(visit: Visit, held: HeldReview): Promise<"save" | "send" | "recusal" | "back"> {
  const { trx, by, input, values, locale } = visit;
  const { workshop, reviewerId, plan, one, standing, nominationId } = held;
  const pair = { nominationId, reviewerId };
  const refused = (because: "over" | "recused" | "sent" | "open") =>
    refuse(redirect(to.marking({ locale, code: workshop.code, nomination: nominationId }, { refused: because })));
  if (one.nominee.state !== "endorsed") return refused("over");
  if (standing.state === "recused") return refused("recused");
  if (input.part === "recusal") {
    await recuseReviewer(trx, { workshop, ...pair, who: "self", reason: input.reason }, by);
    return "recusal";
  }
  if (input.part === "back") {
    if (!mayTakeBack(standing, one.reviews)) return refused("open");
    await takeBackMarks(trx, pair, by);
    return "back";
  }
  if (!owesReview(standing)) return refused("sent");
  const isSent = input.deed === "send";
  const { marks, wrong } = readMarks(plan, markRows.read(input as never), isSent);
  if (wrong.length) {
    const errors = wrong.map((row) => [markRows.nameOf(row, "mark"), "review:form.mark"]);
    return refuse(invalid(Object.fromEntries(errors), values));
  }
  await keepMarks(trx, { workshopId: workshop.id, ...pair }, { marks, isSent }, by);
  return input.deed;
}
