import { z } from "zod";
import { isLocalDate } from "#app/time/wall-time.ts";
import { choice, email, optionalText, requiredId, requiredText } from "#app/web/fields.ts";

export const reviewerScopes = ["all", "some"] as const;

/** On the page of a workshop's review: somebody reviews for it, or no longer does; and until when. */
export const workshopReviewForm = z.discriminatedUnion("part", [
  z.object({ part: z.literal("name"), email, scope: choice(reviewerScopes) }),
  z.object({ part: z.literal("drop"), reviewer: requiredId<"reviewer">() }),
  z.object({
    part: z.literal("due"),
    dueOn: optionalText(10, "desk:form.date").refine((text) => text === "" || isLocalDate(text), "desk:form.date"),
  }),
]);

const reviewer = requiredId<"reviewer">("common:form.choose");

/** On the page of one nominee's review: who is asked about them, who is not, and who may be again. */
export const nomineeReviewForm = z.discriminatedUnion("part", [
  z.object({ part: z.literal("ask"), reviewer }),
  z.object({ part: z.literal("recuse"), reviewer, reason: requiredText(300, "review:form.reason") }),
  z.object({ part: z.literal("readmit"), reviewer }),
]);
