import { formatInstant } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { shownName } from "#app/people/names.ts";
import type { Zone } from "#app/time/zones.ts";
import type { Localised } from "#app/ui/local-text.tsx";
import type { Id } from "#db/id.ts";
import type { Reviewer } from "../queries.ts";
import type { NomineeReview } from "../reviewing.ts";
import { isActive, recusedByRule } from "../rules.ts";

type Words = { institutionOf: (id: Id<"institution"> | null) => Localised; locale: Locale; zone: Zone };

/** How each reviewer stands to a nominee, and who could still be asked. What they have given is not said here. */
export function standingViews(
  { nominee, reviews }: Pick<NomineeReview, "nominee" | "reviews">,
  reviewers: readonly Reviewer[],
  { institutionOf, locale, zone }: Words,
) {
  const asked = new Set(reviews.map(({ reviewerId }) => reviewerId));
  return {
    standings: reviews.map((one) => ({
      ...{ id: one.reviewerId, state: one.state, because: one.because },
      name: shownName(one.reviewer),
      institution: institutionOf(one.reviewer.institutionId),
      reason: isActive(one) ? "" : (one.review?.reason ?? ""),
      sentAt: one.review?.sentAt ? formatInstant(locale, one.review.sentAt, zone) : "",
      // what a rule says, nobody takes back
      mayReturn: (one.because === "self" || one.because === "host") && !recusedByRule(one.reviewer, nominee),
    })),
    free: reviewers
      .filter((reviewer) => !asked.has(reviewer.id) && !recusedByRule(reviewer, nominee))
      .map((reviewer) => ({ value: reviewer.id, label: shownName(reviewer).name })),
  };
}

export type StandingView = ReturnType<typeof standingViews>["standings"][number];
