import type { FoundCandidate } from "#app/enrolment/selection/candidates.queries.ts";
import type { Texts } from "#app/i18n/locales.ts";
import { type NomineeReview, reviewScores } from "#app/nominations/review/reviewing.ts";
import { isActive } from "#app/nominations/review/rules.ts";
import { departuresFrom, ruleUsed } from "#app/nominations/selection/departures.rules.ts";
import type { ProposalRule } from "#app/nominations/selection/proposal.rules.ts";
import type { GroupSeats, SelectionDecision } from "#app/nominations/selection/selection.rules.ts";
import type { WholeWorkshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** Somebody as the minutes keep them. */
export type Named = { familyName: string; givenName: string; secondSurname: string | null; nativeName: string | null };

/** `sent` and `recused`: about how many of those of this round. */
export type MinutesReview = {
  scale: number;
  criteria: { name: Texts; weight: number | null }[];
  reviewers: (Named & { country: string; institution: Texts; sent: number; recused: number })[];
};

export type MinutesRule = {
  rule: ProposalRule | null;
  minimum: number;
  departures: (Named & { country: string; proposed: SelectionDecision | null; decision: SelectionDecision })[];
};

type Round = { candidates: readonly FoundCandidate[]; groups: readonly GroupSeats[] };

/** How a round was decided: the criteria, who reviewed, and the rule that proposed whom to select. */
export async function findHow(
  db: Reader,
  workshop: WholeWorkshop,
  { candidates, groups }: Round,
  institutions: ReadonlyMap<Id<"institution">, Texts>,
): Promise<{ review: MinutesReview | null; rule: MinutesRule }> {
  const { plan, reviewers, nominees, judgements } = await reviewScores(db, workshop.id);
  const here = new Set(candidates.map(({ id }) => id));
  const judged = nominees.filter(({ nominee }) => here.has(nominee.id));
  const minimum = plan?.minimum ?? 0;
  const rule = ruleUsed(candidates);
  const departures = rule ? departuresFrom(rule, groups, candidates, { judgements, minimum }) : [];
  return {
    review: plan && {
      scale: plan.scale,
      criteria: plan.criteria.map(({ name, weight }) => ({ name, weight })),
      reviewers: reviewers.map((one) => ({
        ...named(one),
        institution: (one.institutionId && institutions.get(one.institutionId)) || {},
        ...countsOf(judged, one.id),
      })),
    },
    rule: {
      ...{ rule, minimum },
      departures: departures.flatMap(({ id, ...own }) => {
        const person = candidates.find((one) => one.id === id);
        return person ? [{ ...named(person), ...own }] : [];
      }),
    },
  };
}

function countsOf(judged: readonly NomineeReview[], reviewerId: Id<"reviewer">) {
  const own = judged.flatMap(({ reviews }) => reviews.filter((one) => one.reviewerId === reviewerId));
  return {
    sent: own.filter(({ state }) => state === "sent").length,
    recused: own.filter((one) => !isActive(one)).length,
  };
}

const named = ({ familyName, givenName, secondSurname, nativeName, country }: Named & { country: string }) => ({
  ...{ familyName, givenName, secondSurname, nativeName, country },
});
